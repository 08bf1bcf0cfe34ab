/** The form that lets a person in or changes what she may do; what a change takes away is said before it is saved. */

import { useRef, useState } from "preact/hooks";
import { type Claims, EMAIL_PATTERN, grantSchema } from "#domain/access.ts";
import { needsEntity } from "#domain/checkGrant.ts";
import { ROLES } from "#domain/record/states.ts";
import { ErrorSummary, type FieldError } from "../../../components/ErrorSummary.tsx";
import { Choices, describedBy, Field, TextField } from "../../../components/fields.tsx";
import { PickMany } from "../../../components/PickMany.tsx";
import { Failure } from "../../../components/parts.tsx";
import { useAct } from "../../../components/useAct.ts";
import { newRequestId } from "../../../data/call.ts";
import { grantAccess } from "../../../data/people.ts";
import { app } from "../../../i18n/app/app.ts";
import { nameOf } from "../../../i18n/language.ts";
import { useApp } from "../../context.ts";
import { lossWords, lostBetween } from "./claimsWords.ts";
import { peopleText } from "./texts.ts";

export interface Values extends Claims {
  readonly email: string;
  readonly name: string;
}

interface Props {
  /** As it stands; blank for a new person. */
  readonly initial: Values;
  /** The version that `initial` is of; 0 for a person without access. */
  readonly version: number;
  readonly onSaved: (uid: string) => void;
}

const nameShape = grantSchema.shape.name;

function errorsIn(values: Values): FieldError[] {
  const missing = (id: string, message: string, isWrong: boolean): FieldError[] =>
    isWrong ? [{ id, message }] : [];
  const email = values.email.trim().toLowerCase();
  return [
    ...missing("email", peopleText("personEmailWrong"), !EMAIL_PATTERN.test(email)),
    ...missing("name", peopleText("personNameMissing"), !nameShape.safeParse(values.name).success),
    ...missing("roles", peopleText("personRolesMissing"), values.roles.length === 0),
    ...missing(
      "entities",
      peopleText("personEntitiesMissing"),
      needsEntity(values) && values.entityIds.length === 0,
    ),
  ];
}

export function PersonForm({ initial, version, onSaved }: Props) {
  const { reference } = useApp();
  const [values, setValues] = useState(initial);
  const [errors, setErrors] = useState<readonly FieldError[]>([]);
  const [attempt, setAttempt] = useState(0);
  const [asking, ask] = useState(false);
  const request = useRef(newRequestId());
  const { running, error, run } = useAct();
  const isNew = version === 0;
  const change = (part: Partial<Values>) => {
    setValues({ ...values, ...part });
    ask(false);
    request.current = newRequestId();
  };
  const errorOf = (id: string) => errors.find((one) => one.id === id)?.message;
  const asked = { roles: values.roles, entityIds: needsEntity(values) ? values.entityIds : [] };
  const losses = isNew ? [] : lossWords(lostBetween(initial, asked), reference);
  const save = () =>
    void run(async () => {
      const grant = { ...asked, email: values.email.trim(), name: values.name.trim() };
      onSaved((await grantAccess({ ...grant, requestId: request.current, version })).uid);
    });
  const submit = (event: Event) => {
    event.preventDefault();
    const found = errorsIn(values);
    setErrors(found);
    setAttempt(attempt + 1);
    if (found.length > 0) return;
    if (losses.length > 0) ask(true);
    else save();
  };
  const entityWords = {
    id: "entities",
    label: peopleText("personEntities"),
    help: peopleText("personEntitiesHelp"),
    error: errorOf("entities"),
  };
  return (
    <form class="narrow" onSubmit={submit} noValidate>
      <ErrorSummary errors={errors} attempt={attempt} />
      {initial.email === "" && (
        <TextField
          words={{
            ...{ id: "email", label: app("email"), help: peopleText("personEmailHelp") },
            error: errorOf("email"),
          }}
          type="email"
          value={values.email}
          onChange={(email) => change({ email })}
        />
      )}
      <TextField
        words={{ id: "name", label: peopleText("personName"), error: errorOf("name") }}
        value={values.name}
        onChange={(name) => change({ name })}
      />
      <Choices
        words={{ id: "roles", label: peopleText("personRoles"), error: errorOf("roles") }}
        options={ROLES.map((role) => ({ id: role, label: peopleText(`roleMay_${role}`) }))}
        chosen={values.roles}
        many
        onChange={(chosen) => change({ roles: ROLES.filter((role) => chosen.includes(role)) })}
      />
      {needsEntity(values) && (
        <Field words={entityWords}>
          <PickMany
            id="entities"
            describedBy={describedBy(entityWords)}
            invalid={entityWords.error !== undefined}
            options={reference.catalogues.entities
              .filter(({ active }) => active)
              .map((entity) => ({ id: entity.id, label: nameOf(entity), alias: entity.shortEs ?? "" }))}
            chosen={values.entityIds}
            onChange={(entityIds) => change({ entityIds })}
          />
        </Field>
      )}
      <Failure error={error} />
      {asking ? (
        <div class="notice bad" role="alert">
          <p>{peopleText("changeLoses", { name: initial.name })}</p>
          <ul>
            {losses.map((loss) => (
              <li key={loss}>{loss}</li>
            ))}
          </ul>
          <div class="actions">
            <button type="button" class="button warning" disabled={running} onClick={save}>
              {peopleText("changeConfirm")}
            </button>
            <button type="button" class="link-button" onClick={() => ask(false)}>
              {app("cancel")}
            </button>
          </div>
        </div>
      ) : (
        <button type="submit" class="button" disabled={running}>
          {peopleText(isNew ? "personGrant" : "personSave")}
        </button>
      )}
    </form>
  );
}
