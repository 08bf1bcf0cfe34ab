/** An entity's own sheet: found among titles and totals, guessed, mapped, checked row by row, handed back. */
import { describe, expect, test, vi } from "vitest";
import type { ImportMapping } from "#domain/import/importMapping.ts";
import { importMappingSchema } from "#domain/import/importMapping.ts";
import { fileNamed, missingNames, withFileProblems } from "../../../web/src/import/rows/matchFiles.ts";
import { standingOf } from "../../../web/src/import/rows/standingOf.ts";
import { openFile } from "../../../web/src/import/workbook/openFile.ts";
import { textOf } from "../../../web/src/import/workbook/Workbook.ts";
import { handBack } from "../../../web/src/import/write/handBack.ts";
import { aRecord } from "../../support/builders.ts";
import { bytesOf, checked, desk, fileOf, text } from "./desk.ts";

// On a busy machine.
vi.setConfig({ testTimeout: 30_000 });

const CONSTANTS = [
  "disclosure:public",
  "details.channel:virtual",
  "details.status:held",
  "lateReason:Se llevaba aparte",
].map((one) => {
  const [path = "", value = ""] = one.split(":");
  return { kind: "interaction" as const, path, value };
});
const AMSTERDAM = {
  ...{ to: "partnerIds", from: "ciudad de amsterdam", codes: [] },
  propose: { categoryId: "international", name: "Ciudad de Ámsterdam" },
};

async function opened(file: Uint8Array, name: string, headerRow?: number) {
  const reader = desk();
  await reader.open(file, name);
  const chosen = reader.choose(0, headerRow);
  const { mapping } = reader.guess([], chosen.sheets[0]?.name ?? "");
  return { reader, chosen, mapping };
}
const targets = ({ columns }: ImportMapping) => columns.map(({ header, to }) => `${header}: ${to}`);
const problemsOf = (rows: Awaited<ReturnType<typeof checked>>) =>
  rows.flatMap(({ number, problems }) =>
    problems.map(({ column, path, code, value }) => ({ number, column, path, code, value })),
  );

describe("a sheet that LibreOffice wrote", () => {
  test("is found below its title, without its totals and sections, with what is joined or hidden told", async () => {
    const { chosen, mapping } = await opened(fileOf("libreoffice.xlsx"), "a.xlsx");
    expect(chosen.sheets).toEqual([{ name: "Seguimiento 2026", headerRow: 3 }]);
    expect(chosen).toMatchObject({ rows: 6, hiddenRows: 1, filledFromMerges: 1 });
    expect(chosen.leftOut.map(({ number, why }) => `${number} ${why}`)).toEqual(["7 section", "12 total"]);
    expect(chosen.columns.map(({ isHidden }) => isHidden).filter(Boolean)).toHaveLength(1);
    expect(targets(mapping)).toEqual([
      ...["No.: nothing", "Fecha reunión: happenedOn", "Nombre de la actividad: title", "Tipo: kind"],
      ...["Entidad internacional: partnerIds", "País: countries", "Resultados: details.outcome"],
      ...["Evidencias: files", "Asistentes: details.participantCount"],
    ]);
  });

  test("becomes drafts; every problem has its row and its column", async () => {
    const { reader, mapping } = await opened(fileOf("libreoffice.xlsx"), "a.xlsx");
    const rows = await checked(reader, { ...mapping, values: [AMSTERDAM], constants: CONSTANTS });
    expect(rows.map(({ number }) => number)).toEqual([4, 5, 6, 8, 10]);
    expect(rows[1]).toMatchObject({
      ...{ kind: "interaction", files: ["acta amsterdam.pdf", "fotos.jpg"], problems: [] },
      values: {
        ...{ happenedOn: "2026-03-15", title: "Visita de la Ciudad de Ámsterdam", countries: ["NL"] },
        ...{
          "details.interactionKind": "visit",
          "details.channel": "virtual",
          lineId: "l1",
          activityId: "l1-a1",
        },
      },
    });
    expect(rows[2]?.values.partnerIds).toEqual(rows[1]?.values.partnerIds);
    expect(problemsOf(rows)).toEqual([
      { number: 8, column: 1, path: "happenedOn", code: "no-such-day", value: "2026-02-31" },
    ]);
    const all = await checked(
      reader,
      { ...mapping, values: [AMSTERDAM], constants: CONSTANTS },
      { withHidden: true },
    );
    expect(all.map(({ number }) => number)).toEqual([4, 5, 6, 8, 9, 10]);
  });

  test("is handed back as far as it is wrong: reasons at the end, cells marked; read again it is the same sheet", async () => {
    const { reader, mapping } = await opened(fileOf("libreoffice.xlsx"), "a.xlsx");
    const back = await bytesOf(
      await reader.handBack(
        [{ index: 3, reasons: ["No existe ese día.", "Otra cosa."], columns: [1] }],
        "es",
      ),
    );
    const { sheets } = await openFile(back, "b.xlsx");
    expect(sheets[0]?.rows.map(({ cells }) => Array.from(cells, textOf))).toEqual([
      [...mapping.columns.map(({ header }) => header), "Qué corregir"],
      [
        "4",
        "31/02/2026",
        "Llamada con la red de ciudades",
        "Llamada",
        "UCCI",
        "España",
        "Calendario acordado.",
        "",
        "#DIV/0!",
        "No existe ese día.\nOtra cosa.",
      ],
    ]);
    const again = await opened(back, "b.xlsx");
    expect(targets(again.mapping)).toEqual([...targets(mapping), "Qué corregir: nothing"]);
    const twice = await bytesOf(
      await again.reader.handBack([{ index: 0, reasons: ["Aún."], columns: [] }], "es"),
    );
    expect((await openFile(twice, "c.xlsx")).sheets[0]?.rows[0]?.cells).toHaveLength(10);
  });
});

describe("text files", () => {
  test.each(["libreoffice-latin1.csv", "libreoffice-utf8.csv", "libreoffice-tab.csv"])(
    "%s says the same",
    async (name) => {
      const { reader, mapping } = await opened(fileOf(name), name);
      expect(targets(mapping)).toEqual([
        "Fecha: happenedOn",
        "Actividad: title",
        "Aliado: partnerIds",
        "País: countries",
        "Logros: details.outcome",
        "Valor: details.amountCents",
      ]);
      const rows = await checked(reader, { ...mapping, kind: "attraction" });
      expect(rows.map(({ values }) => values["details.amountCents"])).toEqual([138_597_950, 250_000]);
      expect(rows[0]?.values.title).toBe('Reunión con la Unión Europea: "movilidad"; segunda sesión');
    },
  );

  test("are handed back as text, with the same separator", async () => {
    const { reader } = await opened(text("Fecha\tTítulo\n10/02/2026\t=1+1\n"), "a.tsv");
    const back = await reader.handBack([{ index: 0, reasons: ["Uno", "Dos"], columns: [] }], "es");
    expect(await back.text()).toBe("Fecha\tTítulo\tQué corregir\r\n10/02/2026\t'=1+1\tUno · Dos\r\n");
  });
});

describe("cells", () => {
  const one = async (head: string, cell: string, kind: "interaction" | "project" = "interaction") => {
    const { reader, mapping } = await opened(text(`Título;${head}\nUno;${cell}\n`), "a.csv");
    return (await checked(reader, { ...mapping, kind }))[0];
  };

  test.each([
    ["27/2/2024", "2024-02-27"],
    ["27-02-24", "2024-02-27"],
    ["27.02.2024", "2024-02-27"],
    ["2024-02-27", "2024-02-27"],
    ["2024/2/27", "2024-02-27"],
    ["27 feb 2024", "2024-02-27"],
    ["27-feb-24", "2024-02-27"],
    ["27 de febrero de 2024", "2024-02-27"],
    ["martes, 27 de febrero de 2024", "2024-02-27"],
    ["February 27, 2024", "2024-02-27"],
    ["27/02/2024 10:30", "2024-02-27"],
    ["45349", "45349"],
  ])("a day written %s is %s", async (typed, day) => {
    expect((await one("Fecha", typed))?.values.happenedOn).toBe(day);
  });

  test("days that can only be month first are read so, and the mapping says it", async () => {
    const { reader, mapping } = await opened(text("Título;Fecha\nUno;02/27/2024\nDos;03/04/2024\n"), "a.csv");
    expect(mapping.columns[1]).toEqual({ header: "Fecha", to: "happenedOn", dayOrder: "mdy" });
    const rows = await checked(reader, { ...mapping, kind: "interaction" });
    expect(rows.map(({ values }) => values.happenedOn)).toEqual(["2024-02-27", "2024-03-04"]);
  });

  test.each([
    ["1.385.979,50", 138_597_950],
    ["1385979,5", 138_597_950],
    ["$ 1.385.979", 138_597_900],
    ["COP 1.000.000", 100_000_000],
    ["1,385,979.50", 138_597_950],
    ["1500.5", 150_050],
    ["0", 0],
  ])("an amount written %s is %i cents", async (typed, cents) => {
    expect(
      (await one("Recursos en pesos colombianos", typed, "project"))?.values["details.amountCopCents"],
    ).toBe(cents);
  });

  test("a number that is none is told as it is written, and the draft keeps the rest", async () => {
    const row = await one("Número de personas beneficiadas", "unas veinte", "project");
    expect(row?.problems).toContainEqual({ column: 1, path: "details.beneficiaryCount", code: "not-whole" });
    expect(row?.values.title).toBe("Uno");
  });

  test("formulas without a result and cells with an error are told, not guessed", async () => {
    const { reader, mapping } = await opened(fileOf("openpyxl.xlsx"), "a.xlsx");
    const rows = await checked(reader, { ...mapping, kind: "diaspora" });
    expect(problemsOf(rows).filter(({ code }) => code === "no-result")).toEqual([
      { number: 2, column: 2, path: "details.participantCount", code: "no-result", value: undefined },
      { number: 3, column: 0, path: "happenedOn", code: "no-result", value: undefined },
    ]);
  });
});

describe("words", () => {
  const lists = async (head: string, cell: string) => {
    const { reader, mapping } = await opened(text(`Título;${head}\nUno;"${cell}"\n`), "a.csv");
    return (await checked(reader, { ...mapping, kind: "project" }))[0];
  };

  test.each([
    ["ODS", "11; 13", ["sdg-11", "sdg-13"]],
    ["ODS", "ODS 11, ODS 13", ["sdg-11", "sdg-13"]],
    ["ODS", "11. Ciudades y comunidades sostenibles", ["sdg-11"]],
    ["ODS", "industria innovacion e infraestructura", ["sdg-09"]],
    ["País", "España y Francia", ["ES", "FR"]],
    ["País", "EE. UU./México", ["US", "MX"]],
  ])("in the column %s, «%s» means %j", async (head, cell, codes) => {
    const row = await lists(head, cell);
    expect(row?.values[head === "ODS" ? "sdgs" : "countries"]).toEqual(codes);
  });

  test("that are nearly those of a list are guessed, others are asked, and what is answered counts", async () => {
    const { reader, mapping } = await opened(
      text("Título;Actor\nUno;Metropólis\nDos;Ciudad de Oslo\nTres;UCCI\n"),
      "a.csv",
    );
    const states = reader.questions(mapping).map(({ text, state, codes }) => [text, state, codes]);
    expect(states).toEqual([
      ["Metropólis", "sure", ["metropolis"]],
      ["Ciudad de Oslo", "open", []],
      ["UCCI", "sure", ["ucci"]],
    ]);
    const typo = await opened(
      text("Título;Actor\nUno;Union de ciudades capitales iberoamericana\n"),
      "a.csv",
    );
    expect(typo.reader.questions(typo.mapping)[0]).toMatchObject({ state: "guessed", codes: ["ucci"] });
    const answered = {
      ...mapping,
      kind: "project" as const,
      values: [{ to: "partnerIds", from: "ciudad de oslo", codes: [] }],
    };
    const rows = await checked(reader, answered);
    expect(rows[1]?.problems.some(({ code }) => code === "unknown-word")).toBe(false);
  });

  test("of kinds, mixed in one sheet, also say what exactly it was", async () => {
    const { reader, mapping } = await opened(
      text(
        "Tipo;Título;Fecha\nVisita;Uno;1/10/2026\nMoU;Dos;2/10/2026\nProyecto;Tres;3/10/2026\nAlgo;Cuatro;4/10/2026\n",
      ),
      "a.csv",
    );
    const rows = await checked(reader, mapping);
    expect(rows.map(({ kind }) => kind)).toEqual(["interaction", "instrument", "project", undefined]);
    expect(rows[0]?.values["details.interactionKind"]).toBe("visit");
    expect(rows[1]?.values).toMatchObject({
      "details.instrumentKind": "mou",
      "details.signedOn": "2026-10-02",
    });
    expect(rows[3]?.problems[0]).toEqual({ column: 0, path: "", code: "no-kind", value: "Algo" });
  });

  test("for the Office's own kinds are none of a focal point's", async () => {
    const { reader, mapping } = await opened(text("Tipo;Título;Fecha\nSesión;Uno;1/10/2026\n"), "a.csv");
    expect((await checked(reader, mapping))[0]?.problems[0]).toMatchObject({
      code: "no-kind",
      value: "Sesión",
    });
  });
});

describe("the same row", () => {
  const SHEET = "Fecha;Título;Actor;Resultado\n1/10/2026;Uno;UCCI;A\n2/10/2026;Dos;UCCI;B\n";
  const ids = async (content: string, entityId = "sdm") => {
    const reader = desk({ entityId });
    await reader.open(text(content), "a.csv");
    reader.choose(0);
    const { mapping } = reader.guess([], "");
    return (await checked(reader, { ...mapping, kind: "interaction" })).map(({ recordId }) => recordId);
  };

  test("has the same id in another file, another order, another writing; another entity's has another", async () => {
    const [one, two] = await ids(SHEET);
    expect(
      await ids("Título;Resultado;Actor;Fecha\nDOS;Otro;ucci;2026-10-02\nuno;;Ucci;01/10/2026\n"),
    ).toEqual([two, one]);
    expect(new Set([one, two, ...(await ids(SHEET, "idu"))]).size).toBe(4);
  });

  test("twice in a file is left out once; with another content it is told", async () => {
    const { reader, mapping } = await opened(
      text(`${SHEET}1/10/2026;Uno;UCCI;A\n1/10/2026;Uno;UCCI;Otra cosa\n`),
      "a.csv",
    );
    const rows = await checked(reader, { ...mapping, kind: "interaction", constants: CONSTANTS });
    expect(rows.map(({ sameAs }) => sameAs)).toEqual([undefined, undefined, 2, undefined]);
    expect(rows[3]?.problems).toContainEqual({ path: "title", code: "same-key", value: "2", column: 1 });
  });

  test("that is there already is told from one that changed, whatever became of it", async () => {
    const { reader, mapping } = await opened(text(SHEET), "a.csv");
    const constants = [
      ...CONSTANTS,
      { kind: "interaction" as const, path: "details.interactionKind", value: "meeting" },
    ];
    const [row] = await checked(reader, { ...mapping, kind: "interaction", constants });
    if (!row) throw new Error("no row");
    expect(row.problems).toEqual([]);
    const details = Object.fromEntries(
      Object.entries(row.values)
        .filter(([path]) => path.startsWith("details."))
        .map(([path, value]) => [path.slice(8), value]),
    );
    const envelope = Object.fromEntries(
      Object.entries(row.values).filter(([path]) => !path.startsWith("details.")),
    );
    const nothing = { countries: undefined, programmes: undefined, sdgs: undefined };
    const stored = (changes: object) =>
      ({ ...aRecord("interaction"), ...nothing, ...envelope, details, ...changes }) as unknown as ReturnType<
        typeof aRecord
      >;
    expect(standingOf(row, undefined)).toEqual({ is: "ready" });
    expect(standingOf(row, stored({}))).toEqual({ is: "waiting", state: "draft" });
    expect(standingOf(row, stored({ state: "approved" }))).toEqual({ is: "there", state: "approved" });
    expect(standingOf(row, stored({ state: "returned", title: "Otro" }))).toEqual({
      is: "changed",
      state: "returned",
      paths: ["title"],
    });
  });
});

describe("files that rows name", () => {
  const files = [{ name: "Acta Reunión.pdf" }, { name: "fotos.jpg" }, { name: "fotos.png" }];

  test("are found by name, accents, case, folders and extensions forgiven where only one fits", async () => {
    expect(fileNamed("acta reunion.PDF", files)?.name).toBe("Acta Reunión.pdf");
    expect(fileNamed("Acta reunión", files)?.name).toBe("Acta Reunión.pdf");
    expect(fileNamed("fotos", files)).toBeUndefined();
    const { reader, mapping } = await opened(
      text('Título;Soportes\nUno;"C:\\soportes\\acta reunion.pdf, fotos.jpg; otro.docx"\n'),
      "a.csv",
    );
    const [row] = await checked(reader, { ...mapping, kind: "interaction" });
    if (!row) throw new Error("no row");
    expect(row.files).toEqual(["acta reunion.pdf", "fotos.jpg", "otro.docx"]);
    expect(missingNames([row], files)).toEqual(["otro.docx"]);
    expect(withFileProblems(row, files, 1).problems).toContainEqual({
      path: "files",
      code: "no-file",
      value: "otro.docx",
      column: 1,
    });
  });
});

describe("a kept mapping", () => {
  const HEADS = "Fecha reunión;Nombre de la actividad;Entidad internacional;Resultados";
  const kept = async () => {
    const { mapping } = await opened(text(`${HEADS}\n1/10/2026;Uno;UCCI;A\n`), "a.csv");
    const whole: ImportMapping = {
      ...mapping,
      kind: "interaction",
      values: [AMSTERDAM],
      constants: CONSTANTS,
    };
    return { id: "m1", name: "a.csv", version: 1, mapping: importMappingSchema.parse(whole) };
  };
  const guessed = async (heads: string) => {
    const reader = desk();
    await reader.open(
      text(`${heads}\n${"1/10/2026;Uno;UCCI;A;B".split(";").slice(0, heads.split(";").length).join(";")}\n`),
      "b.csv",
    );
    reader.choose(0);
    return reader.guess([await kept()], "");
  };

  test("is known again by its heads, in any order and with other columns beside", async () => {
    const { mapping, recognised } = await guessed(`${HEADS};Observaciones`);
    expect(recognised).toMatchObject({ missing: [], renamed: [], kept: { id: "m1" } });
    expect(mapping).toMatchObject({ kind: "interaction", constants: CONSTANTS });
    expect(targets(mapping).at(-1)).toBe("Observaciones: nothing");
  });

  test("is known again when a head was renamed: which is told, the rest is kept", async () => {
    const { mapping, recognised } = await guessed(
      "Fecha de la reunión;Nombre de la actividad;Entidad internacional;Resultados",
    );
    expect(recognised).toMatchObject({
      missing: ["Fecha reunión"],
      renamed: [{ from: "Fecha reunión", to: "Fecha de la reunión" }],
    });
    expect(targets(mapping)[0]).toBe("Fecha de la reunión: happenedOn");
  });

  test("of another sheet is none", async () => {
    expect((await guessed("Contrato;Valor;Plazo")).recognised).toBeUndefined();
  });
});

test("fifty thousand rows are read, and any five thousand of them checked", async () => {
  const content = `Fecha;Título;Actor\n${Array.from({ length: 50_000 }, (_, n) => `1/10/2026;Reunión ${n};UCCI`).join("\n")}\n`;
  const { reader, chosen, mapping } = await opened(text(content), "a.csv");
  expect(chosen.rows).toBe(50_000);
  const rows = await checked(reader, { ...mapping, kind: "interaction" }, { from: 45_000, to: 50_000 });
  expect(rows).toHaveLength(5_000);
  expect(rows[0]?.number).toBe(45_002);
}, 60_000);

test("the file that is handed back needs no rows to be wrong in", async () => {
  const table = {
    sheets: [{ name: "a", headerRow: 1 }],
    columns: [],
    rows: [],
    leftOut: [],
    filledFromMerges: 0,
  };
  const setting = {
    workbook: { format: "csv" as const, delimiter: ";" },
    table,
    lookup: { catalogues: {} as never, partners: [], indicators: [] },
    language: "en" as const,
  };
  expect(await (await handBack([], setting)).text()).toBe("What to correct\r\n");
});
