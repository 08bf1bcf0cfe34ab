/** The Office's page for a new indicator, or for one that is there: its form, unless a count is running. */

import { useCallback } from "preact/hooks";
import { Await, Breadcrumb } from "../../../components/parts.tsx";
import { app } from "../../../i18n/app/app.ts";
import { nameOf } from "../../../i18n/language.ts";
import { useApp } from "../../context.ts";
import { go } from "../../router.ts";
import { useLoaded } from "../../useLoaded.ts";
import { NotFound } from "../NotFound.tsx";
import { IndicatorForm } from "./IndicatorForm.tsx";
import { Recount } from "./Recount.tsx";
import { editorText } from "./texts.ts";

export const NewIndicator = () => <EditIndicator />;

export function EditIndicator({ indicatorId }: { indicatorId?: string }) {
  const { reloadIndicators } = useApp();
  const [loaded, reload] = useLoaded(`edit ${indicatorId ?? ""}`, reloadIndicators);
  const onSaved = useCallback(
    async (id: string, version: number) => {
      go(`/app/indicadores/${id}/historia?guardada=${version}`, { replace: true });
      await reloadIndicators();
    },
    [reloadIndicators],
  );
  return (
    <Await loaded={loaded} retry={() => void reload()}>
      {(indicators) => {
        const indicator = indicators.find(({ id }) => id === indicatorId);
        if (indicatorId !== undefined && !indicator) return <NotFound />;
        const home = `/app/indicadores/${indicatorId}`;
        return (
          <>
            <Breadcrumb
              steps={[
                { href: "/app/indicadores", name: app("indicators") },
                ...(indicator ? [{ href: home, name: nameOf(indicator) }] : []),
                { name: indicator ? app("editIndicator") : editorText("newIndicator") },
              ]}
            />
            {indicator?.next ? (
              <>
                <h1>{app("editIndicator")}</h1>
                <p>{editorText("editAfterCount")}</p>
                <Recount indicator={indicator} version={indicator.next.version} onChanged={reload} />
              </>
            ) : (
              <IndicatorForm
                {...(indicator && { indicator })}
                indicators={indicators}
                reload={reload}
                onSaved={onSaved}
              />
            )}
          </>
        );
      }}
    </Await>
  );
}
