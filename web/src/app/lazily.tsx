/** A component whose script comes when it is first drawn. */
import type { ComponentType } from "preact";
import { Await } from "../components/parts.tsx";
import { useLoaded } from "./useLoaded.ts";

export function lazily<Props extends object>(
  load: () => Promise<ComponentType<Props>>,
): ComponentType<Props> {
  return function Lazily(props: Props) {
    const [loaded, retry] = useLoaded("script", load);
    return (
      <Await loaded={loaded} retry={() => void retry()}>
        {(Shown) => <Shown {...props} />}
      </Await>
    );
  };
}
