/** Every version of an indicator: who, when, what changed; which one's figures are shown, and the count that runs. */

import { useRef } from "preact/hooks";
import { bogotaDay } from "#domain/calendar.ts";
import { formatLongDay } from "#domain/format.ts";
import {
  type Definition,
  type Indicator,
  type IndicatorVersion,
  indicatorSchema,
} from "#domain/indicator.ts";
import { DataTable } from "../../../components/DataTable.tsx";
import { Await, Breadcrumb } from "../../../components/parts.tsx";
import { loadVersions } from "../../../data/operations.ts";
import { readOne } from "../../../data/read.ts";
import { app } from "../../../i18n/app/app.ts";
import { language, nameOf } from "../../../i18n/language.ts";
import { hasRole, useApp } from "../../context.ts";
import { useQuery } from "../../router.ts";
import { useLoaded } from "../../useLoaded.ts";
import { NotFound } from "../NotFound.tsx";
import { changedNames, definitionLabel, definitionNames, definitionWords } from "./definitionWords.ts";
import { Recount } from "./Recount.tsx";
import { editorText } from "./texts.ts";

async function load(indicatorId: string) {
  const [stored, versions] = await Promise.all([
    readOne(`indicators/${indicatorId}`, indicatorSchema),
    loadVersions(indicatorId),
  ]);
  const indicator: Indicator | undefined = stored && { ...stored.data, id: indicatorId };
  return indicator && { indicator, versions };
}

export function IndicatorHistory({ indicatorId }: { indicatorId: string }) {
  const { session, reloadIndicators } = useApp();
  const [loaded, reload] = useLoaded(`history ${indicatorId}`, () => load(indicatorId));
  return (
    <Await loaded={loaded} retry={() => void reload()}>
      {(found) => {
        if (!found) return <NotFound />;
        const { indicator, versions } = found;
        const home = `/app/indicadores/${indicatorId}`;
        return (
          <>
            <Breadcrumb
              steps={[
                { href: "/app/indicadores", name: app("indicators") },
                { href: home, name: nameOf(indicator) },
                { name: app("definitionHistory") },
              ]}
            />
            <div class="title-row">
              <h1>{app("definitionHistory")}</h1>
              {hasRole(session, "office") && !indicator.next && (
                <a class="button secondary" href={`${home}/editar`}>
                  {app("editIndicator")}
                </a>
              )}
            </div>
            <p class="lead">{nameOf(indicator)}</p>
            <Standing
              indicator={indicator}
              onChanged={async () => {
                await reload();
                await reloadIndicators();
              }}
            />
            {versions.length === 0 && <p class="empty">{editorText("versionsNone")}</p>}
            <ol class="history versions">
              {versions.map((version) => (
                <li key={version.version}>
                  <Version
                    version={version}
                    before={versions.find((one) => one.version === version.version - 1)?.definition}
                    indicator={indicator}
                  />
                </li>
              ))}
            </ol>
          </>
        );
      }}
    </Await>
  );
}

/** What was saved just now or is being counted, until the page is left; else which version's figures are shown. */
function Standing({ indicator, onChanged }: { indicator: Indicator; onChanged: () => Promise<void> }) {
  const saved = Number(useQuery().get("guardada"));
  const watched = useRef(saved);
  if (indicator.next) watched.current = indicator.next.version;
  const { version, ruleVersion, next } = indicator;
  if (watched.current > 0 && (next || ruleVersion === watched.current))
    return <Recount indicator={indicator} version={watched.current} onChanged={onChanged} />;
  return (
    <>
      {saved === version && (
        <div class="notice good" role="status">
          <p>
            <strong>{editorText("savedAtOnce", { version })}</strong>
          </p>
          <p>
            <a href={`/app/indicadores/${indicator.id}`}>{editorText("seeIndicator")}</a>
          </p>
        </div>
      )}
      <p>{editorText(indicator.active ? "figuresCountSince" : "notInUse", { version: ruleVersion })}</p>
    </>
  );
}

interface VersionProps {
  readonly version: IndicatorVersion;
  readonly before: Definition | undefined;
  readonly indicator: Indicator;
}

/** How the version stands; most are past. */
function standingOf(
  { version }: IndicatorVersion,
  { version: last, ruleVersion, next }: Indicator,
): string[] {
  if (version === next?.version) return [editorText("versionCounting")];
  const inForce = next ? next.version - 1 : last;
  return [
    ...(version === inForce ? [editorText("versionInForce")] : []),
    ...(version === ruleVersion ? [editorText("versionOfFigures")] : []),
  ];
}

function Version({ version, before, indicator }: VersionProps) {
  const { reference } = useApp();
  const { version: number, definition, at, byName } = version;
  const names = before ? changedNames(before, definition) : [];
  const show = (of: Definition) => (name: string) =>
    definitionWords(name, of, reference).join("\n") || app("blank");
  return (
    <article aria-labelledby={`version-${number}`}>
      <h2 id={`version-${number}`} class="panel-title">
        {editorText("versionNumber", { version: number })}
      </h2>
      <p class="note">
        {editorText("versionBy", { name: byName, day: formatLongDay(bogotaDay(at), language()) })}
        {standingOf(version, indicator).map((words) => (
          <strong key={words}> {words}</strong>
        ))}
      </p>
      {before ? (
        <DataTable
          caption={editorText("whatChanged", { version: number })}
          rows={names}
          rowKey={(name) => name}
          columns={[
            { head: app("columnField"), rowHead: true, cell: (name) => definitionLabel(name, definition) },
            { head: app("columnBefore"), cell: show(before) },
            { head: app("columnAfter"), cell: show(definition) },
          ]}
        />
      ) : (
        <p>{editorText("firstVersion")}</p>
      )}
      <details>
        <summary>{editorText("wholeDefinition")}</summary>
        <div class="details-group">
          <dl>
            {definitionNames(definition).map((name) => (
              <div key={name}>
                <dt>{definitionLabel(name, definition)}</dt>
                <dd>{show(definition)(name)}</dd>
              </div>
            ))}
          </dl>
        </div>
      </details>
    </article>
  );
}
