/** Firestore's emulator as any client reaches it: plain REST, so that a test can send what no library would. */
import { readFileSync } from "node:fs";
import { join } from "node:path";

/** What is known of someone who has signed in. */
export interface Person {
  readonly uid: string;
  readonly roles?: readonly string[];
  readonly entityIds?: readonly string[];
  /** The project for which the token was made. */
  readonly aud?: string;
  readonly iss?: string;
}

/** Stands in a document for the time at which the server takes it. */
export const SERVER_TIME = Symbol("the server's time");

export type Document = Readonly<Record<string, unknown>>;

/** The emulator's word for one who passes all rules. */
const OWNER = "owner";

export const PROJECT_RULES = readFileSync(join(import.meta.dirname, "../../firestore.rules"), "utf8");

/** A Firestore of the test's own, under its rules. */
export function firestoreClient(projectId: string) {
  const documents = `projects/${projectId}/databases/(default)/documents`;
  const v1 = `http://${host()}/v1/${documents}`;
  const emulator = `http://${host()}/emulator/v1/projects/${projectId}`;

  const write = (path: string, document: Document) => ({
    update: { name: `${documents}/${path}`, fields: fieldsOf(document) },
    updateTransforms: Object.keys(document)
      .filter((key) => document[key] === SERVER_TIME)
      .map((fieldPath) => ({ fieldPath, setToServerValue: "REQUEST_TIME" })),
  });
  const commit = (token: string | undefined, writes: readonly object[]) =>
    send(`${v1}:commit`, token, { writes });

  return {
    /** Replaces the rules; none is cached. A mutant may hold what is of no use, the project's rules may not. */
    async loadRules(content: string = PROJECT_RULES): Promise<void> {
      const body = JSON.stringify({ rules: { files: [{ name: "firestore.rules", content }] } });
      const response = await request(`${emulator}:securityRules`, { method: "PUT", body });
      const answer = await response.text();
      const flaw = content === PROJECT_RULES ? '"issues"' : '"severity": "ERROR"';
      if (!response.ok || answer.includes(flaw)) throw new Error(answer);
    },

    /** The emulator's report on the rules since they were loaded, as JSON. */
    coverage: async (): Promise<string> => (await request(`${emulator}:ruleCoverage`)).text(),

    async clear(): Promise<void> {
      await request(`${emulator}/databases/(default)/documents`, { method: "DELETE" });
    },

    /** Writes past the rules, as the server does. */
    async seed(contents: Readonly<Record<string, Document>>): Promise<void> {
      const writes = Object.entries(contents).map(([path, document]) => write(path, document));
      for (let at = 0; at < writes.length; at += 400) {
        const { status, body } = await commit(OWNER, writes.slice(at, at + 400));
        if (status !== 200) throw new Error(body);
      }
    },

    /** Deletes past the rules. */
    async remove(path: string): Promise<void> {
      await commit(OWNER, [{ delete: `${documents}/${path}` }]);
    },

    /** When the document that stands at the path was last written, past the rules; "never" when there is none. */
    async writtenAt(path: string): Promise<string> {
      const { body } = await send(`${v1}/${path}`, OWNER);
      return JSON.parse(body).updateTime ?? "never";
    },

    /** What a person, or a visitor without one, may do; each method tells whether it was allowed. */
    as(person?: Person) {
      const token = person && tokenOf(person);
      return {
        create: (path: string, document: Document) =>
          commit(token, [{ ...write(path, document), currentDocument: { exists: false } }]).then(isAllowed),
        /** Leaves exactly `document`. */
        update: (path: string, document: Document) =>
          commit(token, [{ ...write(path, document), currentDocument: { exists: true } }]).then(isAllowed),
        delete: (path: string) =>
          commit(token, [{ delete: `${documents}/${path}`, currentDocument: { exists: true } }]).then(
            isAllowed,
          ),
        /** Writes all or nothing. */
        batch: (contents: Readonly<Record<string, Document>>) =>
          commit(
            token,
            Object.entries(contents).map(([path, document]) => write(path, document)),
          ).then(isAllowed),
        /** Reads the document and changes it, in one transaction. */
        async transaction(path: string, document: Document): Promise<boolean> {
          const begun = await send(`${v1}:beginTransaction`, token, {});
          if (begun.status !== 200) return isAllowed(begun);
          const { transaction } = JSON.parse(begun.body);
          const names = [`${documents}/${path}`];
          const read = await send(`${v1}:batchGet`, token, { documents: names, transaction });
          const writes = [write(path, document)];
          const taken =
            isAllowed(read) && isAllowed(await send(`${v1}:commit`, token, { transaction, writes }));
          // What is refused would keep its locks.
          if (!taken) await send(`${v1}:rollback`, OWNER, { transaction });
          return taken;
        },
        get: (path: string) => send(`${v1}/${path}`, token).then(isAllowed),
        /** @param where - conditions that must all hold, each a field and the value it equals; of `__name__` a path */
        list: (path: string, where: Document = {}) => {
          const [parent, collectionId] = parentOf(path);
          return query(`${v1}${parent}`, token, { from: [{ collectionId }], ...filter(documents, where) });
        },
        listGroup: (collectionId: string, where: Document = {}) =>
          query(v1, token, { from: [{ collectionId, allDescendants: true }], ...filter(documents, where) }),
      };
    },
  };
}

/** @throws Error when no emulator runs */
function host(): string {
  const { FIRESTORE_EMULATOR_HOST } = process.env;
  if (!FIRESTORE_EMULATOR_HOST) throw new Error("FIRESTORE_EMULATOR_HOST says where the emulator is");
  return FIRESTORE_EMULATOR_HOST;
}

export type FirestoreClient = ReturnType<typeof firestoreClient>;

interface Answer {
  status: number;
  body: string;
}

/** A request that the emulator has never read, because it was just closing the connection, is made once more. */
async function request(url: string, init?: RequestInit): Promise<Response> {
  try {
    return await fetch(url, init);
  } catch (error) {
    const { cause } = error as { cause?: { code?: string } };
    if (cause?.code !== "UND_ERR_SOCKET") throw error;
    return fetch(url, init);
  }
}

async function send(url: string, token: string | undefined, body?: object): Promise<Answer> {
  const response = await request(url, {
    method: body ? "POST" : "GET",
    headers: token ? { authorization: `Bearer ${token}` } : {},
    ...(body && { body: JSON.stringify(body) }),
  });
  return { status: response.status, body: await response.text() };
}

const query = (parent: string, token: string | undefined, structuredQuery: object) =>
  send(`${parent}:runQuery`, token, { structuredQuery }).then(isAllowed);

/** What Firestore takes from nobody, whatever the rules: a list in a list, what is too large or too deep, some ids. */
const NEVER_TAKEN =
  /array value in an array value|is longer than \d+ bytes|invalid nested entity|resource id|Resource id|longer than the maximum/;

/** A document that is not there was allowed to be read; any failure but a refusal is a failure of the test. */
function isAllowed({ status, body }: Answer): boolean {
  if (status === 200 || (status === 404 && body.includes("NOT_FOUND"))) return true;
  if (status === 403 || (status === 400 && NEVER_TAKEN.test(body))) return false;
  throw new Error(`${status} ${body}`);
}

function parentOf(path: string): [parent: string, collectionId: string] {
  const at = path.lastIndexOf("/");
  return at < 0 ? ["", path] : [`/${path.slice(0, at)}`, path.slice(at + 1)];
}

function filter(documents: string, where: Document): object {
  const filters = Object.entries(where).map(([fieldPath, value]) => ({
    fieldFilter: {
      field: { fieldPath },
      op: "EQUAL",
      value: fieldPath === "__name__" ? { referenceValue: `${documents}/${value}` } : encoded(value),
    },
  }));
  return filters.length === 0 ? {} : { where: { compositeFilter: { op: "AND", filters } } };
}

/** A token as the Auth emulator makes them: unsigned. */
function tokenOf({ uid, ...claims }: Person): string {
  const payload = { sub: uid, user_id: uid, iat: 0, exp: 4_102_444_800, ...claims };
  const part = (value: object) => Buffer.from(JSON.stringify(value)).toString("base64url");
  return `${part({ alg: "none", typ: "JWT" })}.${part(payload)}.`;
}

const fieldsOf = (document: Document): object =>
  Object.fromEntries(
    Object.entries(document)
      .filter(([, value]) => value !== SERVER_TIME && value !== undefined)
      .map(([key, value]) => [key, encoded(value)]),
  );

/** A value as the JavaScript library sends it: whole numbers as integers, negative zero as a double. */
function encoded(value: unknown): object {
  if (value === null) return { nullValue: null };
  if (typeof value === "string") return { stringValue: value };
  if (typeof value === "boolean") return { booleanValue: value };
  if (typeof value === "number") {
    if (Number.isSafeInteger(value) && !Object.is(value, -0)) return { integerValue: String(value) };
    return { doubleValue: Number.isFinite(value) && !Object.is(value, -0) ? value : doubleNames(value) };
  }
  if (value instanceof Date) return { timestampValue: value.toISOString() };
  if (value instanceof Uint8Array) return { bytesValue: Buffer.from(value).toString("base64") };
  if (Array.isArray(value)) return { arrayValue: { values: value.map(encoded) } };
  if (typeof value === "object") return { mapValue: { fields: fieldsOf(value as Document) } };
  throw new Error(`Firestore holds no ${typeof value}`);
}

/** The numbers that JSON has no way to write. */
const doubleNames = (value: number): string => (Object.is(value, -0) ? "-0" : String(value));
