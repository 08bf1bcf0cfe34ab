/** Countries by their number of records: shades and labels on a map, which the table beside it says too. */
import { Await } from "../../../components/parts.tsx";
import { countryName } from "../../../forms/countries.ts";
import { language } from "../../../i18n/language.ts";
import { wholeNumber } from "../../../i18n/wholeNumber.ts";
import { go } from "../../router.ts";
import { useLoaded } from "../../useLoaded.ts";
import { shadeOf, shadesOf } from "./shadesOf.ts";
import { views } from "./texts.ts";
import type { Group } from "./viewOf.ts";

type MapData = typeof import("#domain/map/worldMap.ts");

interface Props {
  readonly groups: readonly Group[];
  readonly chosen: string | undefined;
  readonly addressOf: (country: string) => string;
}

/** So many countries bear their number on the map. */
const LABELS = 6;
const DOT = 4;

/** Its outlines come when a map is first asked for. */
export function WorldMap(props: Props) {
  const [loaded, reload] = useLoaded("world-map", () => import("#domain/map/worldMap.ts"));
  return (
    <Await loaded={loaded} retry={() => void reload()}>
      {(map) => <Drawn map={map} {...props} />}
    </Await>
  );
}
function Drawn({ map, groups, chosen, addressOf }: Props & { map: MapData }) {
  const counted = groups.filter(({ value }) => map.COUNTRY_PLACES[value]);
  const most = Math.max(0, ...counted.map(({ count }) => count));
  const shades = shadesOf(most);
  const frame = `0 0 ${map.MAP_SIZE.width} ${map.MAP_SIZE.height}`;
  const rest = Object.entries(map.COUNTRY_SHAPES).filter(
    ([code]) => !counted.some(({ value }) => value === code),
  );
  return (
    <figure class="world-map" aria-label={views("map")}>
      <div class="map-layers">
        <svg viewBox={frame}>
          <title>{views("map")}</title>
          <path class="land" d={map.OTHER_LAND} />
          {rest.map(([code, path]) => (
            <path key={code} class="land" d={path} />
          ))}
          {counted.map(({ value, count }) => (
            <Country
              key={value}
              map={map}
              code={value}
              name={views("filterTo", { name: countryName(value, language()), count: wholeNumber(count) })}
              shade={shadeOf(count, shades)}
              isChosen={value === chosen}
              href={addressOf(value)}
            />
          ))}
        </svg>
        <svg class="map-labels" viewBox={frame} aria-hidden="true">
          {counted.slice(0, LABELS).map(({ value, count }) => {
            const [x = 0, y = 0] = map.COUNTRY_PLACES[value] ?? [];
            return (
              <text key={value} class="map-label" x={x} y={y + 5}>
                {wholeNumber(count)}
              </text>
            );
          })}
        </svg>
      </div>
      <figcaption>
        <ul class="map-legend">
          <li>
            <span class="swatch" aria-hidden="true" />
            {views("mapNone")}
          </li>
          {shades.map(({ from, to, step }) => (
            <li key={step}>
              <span class={`swatch shade-${step}`} aria-hidden="true" />
              {from === to
                ? views("mapShadeOne", { from: wholeNumber(from) })
                : views("mapShade", { from: wholeNumber(from), to: wholeNumber(to) })}
            </li>
          ))}
        </ul>
        <p class="note">
          {views("mapHelp")} {views("mapSource")}
        </p>
      </figcaption>
    </figure>
  );
}

interface CountryProps {
  readonly map: MapData;
  readonly code: string;
  readonly name: string;
  readonly shade: number;
  readonly isChosen: boolean;
  readonly href: string;
}

function Country({ map, code, name, shade, isChosen, href }: CountryProps) {
  const path = map.COUNTRY_SHAPES[code];
  const [x = 0, y = 0] = map.COUNTRY_PLACES[code] ?? [];
  const classes = `country shade-${shade}${isChosen ? " chosen" : ""}`;
  return (
    <a
      href={href}
      aria-label={name}
      aria-current={isChosen ? "true" : undefined}
      onClick={(event) => {
        if (event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
        event.preventDefault();
        go(href, { still: true });
      }}
    >
      <title>{name}</title>
      {path ? <path class={classes} d={path} /> : <circle class={classes} cx={x} cy={y} r={DOT} />}
    </a>
  );
}
