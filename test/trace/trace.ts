/**
 * Where each demand of the strategy lives in this system, or that it comes later.
 *
 * The demands are those of the text of "Bogotá, a City open to the world: 2024-2027 Internationalization Strategy",
 * numbered in its order. A demand that is met in part has homes and says what comes later.
 */

/** A file that holds it, a screen that shows it, a test that proves it, or what it waits for. */
export type Home =
  | { readonly file: string }
  | { readonly screen: string }
  | { readonly test: string; readonly title: string }
  | { readonly later: string };

export interface Demand {
  readonly id: string;
  readonly demand: string;
  readonly homes: readonly Home[];
}

const file = (path: string): Home => ({ file: path });
const screen = (route: string): Home => ({ screen: route });
const proof = (test: string, title: string): Home => ({ test, title });
const later = (theme: string): Home => ({ later: theme });
const demand = (id: string, text: string, ...homes: Home[]): Demand => ({ id, demand: text, homes });

export const TRACE: readonly Demand[] = [
  demand(
    "R001",
    "A registry of interactions between sectors/entities and international partners",
    file("functions/src/domain/record/record.ts"),
    file("functions/src/domain/record/kinds/interaction.ts"),
    proof(
      "test/domain/record/checkRecord.test.ts",
      "accepts a complete one, and one whose optional answers were left blank",
    ),
  ),
  demand(
    "R002",
    "Measure impact, find collaboration opportunities, resolve tensions",
    file("functions/src/domain/counting/figures.ts"),
    later("analysis of trends and opportunities"),
  ),
  demand(
    "R003",
    "Transparent and efficient management; connect all stakeholders",
    screen("/"),
    proof("test/domain/counting/laws.test.ts", "for citizens are those of the public records alone"),
  ),
  demand(
    "R004",
    "An information system to monitor interactions",
    file("README.md"),
    proof(
      "test/seed/seed.test.ts",
      "loads every catalogue, the indicators, the networks, the obligations and the system's mark",
    ),
    proof("test/e2e/mainJob.test.ts", "the indicator goes up by one in the app and on the public page"),
  ),
  demand(
    "R005",
    "The office manages the tool",
    file("functions/src/domain/record/states.ts"),
    file("functions/src/jobs/changeAccess.ts"),
    proof("test/jobs/changeAccess.test.ts", "lets a new person in"),
    screen("/app/revision"),
    screen("/app/personas"),
  ),
  demand(
    "R006",
    "Collect, archive and analyse; up-to-date overview",
    file("functions/src/domain/record/record.ts"),
    file("functions/src/domain/historyEntry.ts"),
    file("functions/src/domain/counting/figures.ts"),
    file("functions/src/domain/evidence.ts"),
    proof(
      "test/jobs/evidence.test.ts",
      "is kept with its hash where no client reads, and its token leads nowhere",
    ),
    screen("/app/registros"),
  ),
  demand(
    "R007",
    "Trends, impact, decision support",
    file("functions/src/domain/annualReport/composeAnnualReport.ts"),
    screen("/app/vistas"),
    proof("test/web/app/views.test.ts", "lists what each group counts: its filter leaves as many records"),
    later("analysis of trends and opportunities"),
  ),
  demand(
    "R008",
    "Public access to the primary indicators",
    screen("/"),
    file("functions/src/domain/publicSummary.ts"),
    proof(
      "test/e2e/mainJob.test.ts",
      "a citizen reads the figures without an account, in Spanish and English",
    ),
  ),
  demand(
    "R009",
    "Transparency, efficiency and coordination among sectors",
    proof("test/domain/counting/laws.test.ts", "for citizens are those of the public records alone"),
    file("functions/src/domain/record/envelope.ts"),
  ),
  demand(
    "R010",
    "Avoid duplication when several entities engage the same international actor: one shared actor directory, warning on a new action, office arbitrates (footnote 12)",
    file("functions/src/domain/partner.ts"),
    file("scripts/seed/data/partners.json"),
    screen("/app/actores"),
    screen("/app/duplicados"),
    proof(
      "test/e2e/noDoubleWork.test.ts",
      "is warned of while the form is written: which entity, what, when, and a record that looks the same",
    ),
    proof("test/jobs/mergeRecords.test.ts", "counts once for the city and once for each entity"),
  ),
  demand(
    "R011",
    "Avoid redundancies with the national government",
    file("functions/src/domain/record/envelope.ts"),
  ),
  demand(
    "R012",
    "International action/interaction of an entity with an actor",
    file("functions/src/domain/record/kinds/interaction.ts"),
    file("web/src/forms/kinds/interaction.ts"),
    screen("/app/registros/nuevo"),
  ),
  demand(
    "R013",
    "International actor (partner) with category and role, Table 1",
    file("functions/src/domain/partner.ts"),
    file("scripts/seed/data/catalogues/actorTypes.json"),
    proof("test/seed/data.test.ts", "name categories and types of actors that exist"),
    proof(
      "test/e2e/mainJob.test.ts",
      "she logs a memorandum with a partner that the directory lacks, and submits it",
    ),
  ),
  demand(
    "R014",
    "Strategic instrument of cooperation, kind and scope",
    file("functions/src/domain/record/kinds/instrument.ts"),
    file("scripts/seed/data/catalogues/instrumentKinds.json"),
    file("web/src/forms/kinds/instrument.ts"),
  ),
  demand(
    "R015",
    "Informal alliance",
    file("functions/src/domain/record/kinds/instrument.ts"),
    proof("test/domain/record/checkRecord.test.ts", "does not ask an unsigned negotiation for its signature"),
  ),
  demand(
    "R016",
    "City network membership and participation in events; several entities per network",
    file("functions/src/domain/record/kinds/instrument.ts"),
    file("scripts/seed/data/partners.json"),
    proof(
      "test/domain/record/checkRecord.test.ts",
      "takes a membership of 2009 as it is: the strategy had no half-years then",
    ),
  ),
  demand(
    "R017",
    "City Portfolio of good practices, transferable",
    file("functions/src/domain/record/kinds/practice.ts"),
    file("functions/src/domain/record/kinds/transfer.ts"),
    later("public portfolio"),
  ),
  demand(
    "R018",
    "Portfolio of supply and demand of cooperation",
    file("functions/src/domain/record/kinds/practice.ts"),
    file("functions/src/domain/record/kinds/need.ts"),
    later("public portfolio"),
  ),
  demand(
    "R019",
    "Portfolio of strategic projects and programmes",
    file("functions/src/domain/record/kinds/project.ts"),
    later("selection of projects by the Commission"),
  ),
  demand(
    "R020",
    "Cooperation project proposal",
    file("functions/src/domain/record/kinds/project.ts"),
    file("web/src/forms/kinds/project.ts"),
  ),
  demand(
    "R021",
    "Transfer of good practice, knowledge, talent or solution through an instrument",
    file("functions/src/domain/record/kinds/transfer.ts"),
    file("web/src/forms/kinds/transfer.ts"),
  ),
  demand(
    "R022",
    "Resources obtained, financial and non-financial",
    file("functions/src/domain/record/kinds/project.ts"),
    later("dated amounts and results of projects"),
  ),
  demand(
    "R023",
    "Attraction of tourists, investors, students, workers, events",
    file("functions/src/domain/record/kinds/attraction.ts"),
    file("scripts/seed/data/catalogues/attractionKinds.json"),
  ),
  demand(
    "R024",
    "Network of Bogotá residents abroad (persons: personal data)",
    file("functions/src/domain/record/kinds/diaspora.ts"),
    file("functions/src/domain/person.ts"),
    proof(
      "test/jobs/people.test.ts",
      "leaves nothing of the person anywhere in the database, and one trace that says how much was erased",
    ),
    screen("/app/contactos"),
  ),
  demand(
    "R025",
    "Commission session, minutes, decision",
    file("functions/src/domain/record/kinds/session.ts"),
    file("functions/src/domain/decision.ts"),
    proof("test/seed/demoCity.test.ts", "has decisions of approved sessions whose minutes are approved"),
  ),
  demand(
    "R026",
    "Committee/Group meeting, minutes, decision",
    file("functions/src/domain/record/kinds/session.ts"),
    file("functions/src/domain/decision.ts"),
    proof("test/seed/demoCity.test.ts", "has decisions of approved sessions whose minutes are approved"),
  ),
  demand(
    "R027",
    "Opportunity (funding, training, recognition) for citizens",
    file("functions/src/domain/record/kinds/opportunity.ts"),
    file("scripts/seed/data/catalogues/opportunityKinds.json"),
    later("public list of opportunities"),
  ),
  demand(
    "R028",
    "Communication action: digital, social networks, in-person events, local and international partners",
    file("functions/src/domain/record/kinds/communication.ts"),
    file("web/src/forms/kinds/communication.ts"),
  ),
  demand(
    "R029",
    "Indicator with its value, source, period",
    file("functions/src/domain/indicator.ts"),
    file("functions/src/domain/counting/figures.ts"),
    file("scripts/seed/data/indicators.json"),
  ),
  demand(
    "R030",
    "Col-Col cooperation as a modality among Colombian actors (footnote 10)",
    file("scripts/seed/data/catalogues/modalities.json"),
    file("functions/src/domain/record/kinds/transfer.ts"),
  ),
  demand(
    "R031",
    "Portfolio dissemination strategy",
    file("functions/src/domain/record/kinds/milestone.ts"),
    proof(
      "test/domain/counting/laws.test.ts",
      "of a milestone tell each approved state with its day, oldest first",
    ),
  ),
  demand(
    "R032",
    "Decree / policy as a milestone with document and date",
    file("functions/src/domain/record/kinds/milestone.ts"),
    file("functions/src/domain/evidence.ts"),
    proof(
      "test/jobs/evidence.test.ts",
      "is kept with its hash where no client reads, and its token leads nowhere",
    ),
  ),
  demand(
    "R033",
    "l1-r1: 50 strategic instruments (count, target 50)",
    file("scripts/seed/data/indicators.json"),
    proof("test/seed/data.test.ts", "have the targets that the strategy gives, and no others"),
    proof(
      "test/domain/counting/laws.test.ts",
      "count each approved record once for the city, and reported ones apart",
    ),
    screen("/app/indicadores"),
    proof("test/e2e/mainJob.test.ts", "the indicator goes up by one in the app and on the public page"),
  ),
  demand(
    "R034",
    "l2-r1 portfolio published (milestone)",
    file("scripts/seed/data/indicators.json"),
    proof(
      "test/domain/counting/laws.test.ts",
      "of a milestone tell each approved state with its day, oldest first",
    ),
  ),
  demand(
    "R035",
    "l2-r2 dissemination strategies under way (milestone)",
    file("scripts/seed/data/indicators.json"),
    proof(
      "test/domain/counting/laws.test.ts",
      "of a milestone tell each approved state with its day, oldest first",
    ),
  ),
  demand(
    "R036",
    "l2-r3 signed instruments or informal alliances (count, no target)",
    file("scripts/seed/data/indicators.json"),
    proof(
      "test/seed/demoCity.test.ts",
      "moves every indicator but the monthly reports, which it does not make",
    ),
  ),
  demand(
    "R037",
    "l3-r1 policy approved, published, in implementation (milestone)",
    file("scripts/seed/data/indicators.json"),
    proof(
      "test/domain/counting/laws.test.ts",
      "of a milestone tell each approved state with its day, oldest first",
    ),
  ),
  demand(
    "R038",
    "l3-r2 decree of the Commission (milestone)",
    file("scripts/seed/data/indicators.json"),
    proof(
      "test/domain/counting/laws.test.ts",
      "of a milestone tell each approved state with its day, oldest first",
    ),
  ),
  demand(
    "R039",
    "l3-r3 Commission sessions (count)",
    file("scripts/seed/data/indicators.json"),
    proof(
      "test/seed/demoCity.test.ts",
      "moves every indicator but the monthly reports, which it does not make",
    ),
  ),
  demand(
    "R040",
    "l3-r4 Commission decisions (register)",
    file("scripts/seed/data/indicators.json"),
    file("functions/src/jobs/saveDecision.ts"),
    proof(
      "test/seed/demoCity.test.ts",
      "moves every indicator but the monthly reports, which it does not make",
    ),
  ),
  demand(
    "R041",
    "l3-r5 information system deployed (milestone)",
    file("scripts/seed/data/indicators.json"),
    proof(
      "test/domain/counting/laws.test.ts",
      "of a milestone tell each approved state with its day, oldest first",
    ),
  ),
  demand(
    "R042",
    "l3-r6 monthly report (periodic)",
    file("scripts/seed/data/indicators.json"),
    proof("test/seed/data.test.ts", "have the targets that the strategy gives, and no others"),
    proof(
      "test/jobs/editions/publishing.test.ts",
      "counts once when it is published, whatever later edition takes its place",
    ),
  ),
  demand(
    "R043",
    "l4-r1 decree of the Committee (milestone)",
    file("scripts/seed/data/indicators.json"),
    proof(
      "test/domain/counting/laws.test.ts",
      "of a milestone tell each approved state with its day, oldest first",
    ),
  ),
  demand(
    "R044",
    "l4-r2 Committee meetings (count, at least 2 a year)",
    file("scripts/seed/data/indicators.json"),
    proof("test/seed/data.test.ts", "have the targets that the strategy gives, and no others"),
    proof(
      "test/seed/demoCity.test.ts",
      "moves every indicator but the monthly reports, which it does not make",
    ),
  ),
  demand(
    "R045",
    "l4-r3 Committee decisions (register)",
    file("scripts/seed/data/indicators.json"),
    file("functions/src/jobs/saveDecision.ts"),
    proof(
      "test/seed/demoCity.test.ts",
      "moves every indicator but the monthly reports, which it does not make",
    ),
  ),
  demand(
    "R046",
    "l4-r4 communication strategy (milestone)",
    file("scripts/seed/data/indicators.json"),
    proof(
      "test/domain/counting/laws.test.ts",
      "of a milestone tell each approved state with its day, oldest first",
    ),
  ),
  demand(
    "R047",
    "Committee meets at least twice a year",
    proof("test/seed/data.test.ts", "have the targets that the strategy gives, and no others"),
  ),
  demand(
    "R048",
    "Indicators aligned with action plans and priority objectives; reviews and adjustments",
    file("functions/src/domain/indicator.ts"),
    proof("test/seed/seed.test.ts", "keeps what the Office changed, and adds what is missing beside it"),
    later("editing indicators on screen"),
  ),
  demand(
    "R049",
    "Format and frequency of each measure are set per entity: keep them configurable",
    later("targets and periodicity for each entity"),
  ),
  demand(
    "R050",
    "Annual implementation report from six-monthly entity reports",
    file("functions/src/domain/annualReport/composeAnnualReport.ts"),
    file("functions/src/domain/halfYearReport.ts"),
    file("functions/src/domain/halfYear/obligation.ts"),
    screen("/app/informe"),
    screen("/app/seguimiento"),
    proof(
      "test/e2e/halfYear.test.ts",
      "finds the report pre-filled, and is told what is missing before she sends it",
    ),
    proof(
      "test/jobs/reminders.test.ts",
      "goes to the focal points of entities that still owe, in the form that the extension sends",
    ),
    file("functions/src/pdf/renderPdf.ts"),
    screen("/app/ediciones"),
    proof(
      "test/e2e/mainJob.test.ts",
      "the Office generates the annual report, downloads it, and it holds the same figure",
    ),
    screen("/app/informes/:reportId"),
    proof(
      "test/store/reportSnapshots.test.ts",
      "counts what it lists, and lists each approved public record of the year once, in the order of days",
    ),
  ),
  demand("R051", "Monthly newsletter of opportunities", later("newsletter of opportunities")),
  demand(
    "R052",
    "Monthly management report",
    file("functions/src/domain/reports/monthlyReport.ts"),
    proof(
      "test/store/reportSnapshots.test.ts",
      "has in each month what the annual one has of it, and in December the year",
    ),
    proof("test/domain/editions/reportSchedule.test.ts", "a month's report is made on the first of the next"),
    proof(
      "test/domain/editions/reportSchedule.test.ts",
      "any sequence of wake-ups, doubled, missed or late, makes each year and month once",
    ),
  ),
  demand(
    "R053",
    "Project selection: entity proposes, Commission deliberates, selects those strategic for the Plan and the 2030 Agenda",
    file("functions/src/domain/record/kinds/project.ts"),
    later("selection of projects by the Commission"),
  ),
  demand("R054", "Supply and demand matching", later("matching supply and demand")),
  demand("R055", "Office brokers cooperation where interests converge", later("matching supply and demand")),
  demand(
    "R056",
    "Commission directs implementation and monitoring",
    file("functions/src/domain/record/kinds/session.ts"),
    file("functions/src/domain/decision.ts"),
    proof(
      "test/jobs/followDecision.test.ts",
      "the responsible entity tells how it goes, the Office closes it and opens it again: each with its entry",
    ),
  ),
  demand("R057", "Portfolio promoted by all sectors with the Office's support", later("public portfolio")),
  demand(
    "R058",
    "Sectors' representatives in the Commission",
    file("functions/src/domain/record/states.ts"),
    file("firestore.rules"),
  ),
  demand(
    "R059",
    "Entity focal points",
    file("functions/src/domain/record/states.ts"),
    file("functions/src/jobs/moveRecord.ts"),
    proof("test/domain/record/states.test.ts", "follow the allowed arrows and no other"),
    proof("test/e2e/mainJob.test.ts", "she reads why, corrects it and submits again"),
  ),
  demand(
    "R060",
    "Office as bridge",
    file("functions/src/domain/record/states.ts"),
    proof(
      "test/domain/record/states.test.ts",
      "need a reason to return, withdraw or restore, and a blank one is none",
    ),
    screen("/app/revision"),
  ),
  demand(
    "R061",
    "Committee: social organisations, academia, private sector",
    file("functions/src/domain/record/kinds/session.ts"),
    file("scripts/seed/data/catalogues/actorCategories.json"),
  ),
  demand(
    "R062",
    "Staff continuity, institutional memory: history must survive staff changes",
    file("functions/src/domain/historyEntry.ts"),
    proof("test/seed/demoCity.test.ts", "keeps a trail in which each move was allowed"),
  ),
  demand(
    "R063",
    "Every action aligned with the Development Plan and the 2030 Agenda",
    file("scripts/seed/data/catalogues/programmes.json"),
    file("scripts/seed/data/catalogues/sdgs.json"),
    file("functions/src/domain/record/checkRecord.ts"),
  ),
  demand(
    "R064",
    "Differential approach: population groups",
    file("scripts/seed/data/catalogues/populations.json"),
    file("functions/src/domain/record/envelope.ts"),
  ),
  demand(
    "R065",
    "Leadership themes",
    file("scripts/seed/data/catalogues/themes.json"),
    file("functions/src/domain/record/envelope.ts"),
  ),
  demand("R066", "Urban and rural", file("functions/src/domain/record/envelope.ts")),
  demand(
    "R067",
    "Alignment with Key Frameworks",
    file("functions/src/domain/record/checkRecord.ts"),
    file("scripts/seed/data/catalogues/programmes.json"),
    file("scripts/seed/data/catalogues/sdgs.json"),
  ),
  demand(
    "R068",
    "Citizen-Centric Approach: impact on well-being",
    file("functions/src/domain/record/envelope.ts"),
  ),
  demand(
    "R069",
    "Flexibility: catalogues, states, indicators editable",
    file("functions/src/domain/catalogue.ts"),
    proof("test/seed/seed.test.ts", "keeps what the Office changed, and adds what is missing beside it"),
    proof(
      "test/jobs/indicatorVersions.test.ts",
      "of the rule leaves the old figures standing, right and whole, until the new ones are complete",
    ),
    later("editing catalogues on screen"),
  ),
  demand(
    "R070",
    "Measurable Progress",
    file("functions/src/domain/counting/figures.ts"),
    proof(
      "test/domain/counting/laws.test.ts",
      "count each approved record once for the city, and reported ones apart",
    ),
  ),
  demand(
    "R071",
    "Cross-Sectoral Integration: one action, several entities",
    proof(
      "test/domain/counting/laws.test.ts",
      "count shared work once for each entity and once for each sector, so that the city is never their sum",
    ),
  ),
  demand(
    "R072",
    "Platform for Collaboration",
    file("functions/src/domain/partner.ts"),
    file("scripts/seed/data/partners.json"),
  ),
  demand(
    "R073",
    "Communicate clearly for transparency, accountability and engagement",
    screen("/"),
    file("functions/src/domain/publicSummary.ts"),
  ),
  demand("R074", "Channels tailored to each sector", later("channels for each sector")),
  demand(
    "R075",
    "Citizens see the value of global engagement",
    screen("/"),
    file("functions/src/domain/record/envelope.ts"),
  ),
  demand("R076", "Participation in decision-making", later("participation of citizens")),
  demand("R077", "City brand rules", later("the city brand")),
  demand(
    "R078",
    "Publish on the Bogotá homepage; social networks",
    later("pieces for the city home page and social networks"),
  ),
  demand(
    "R079",
    "Bilingual interface and reports (Spanish/English) fit the bilingual-city goal",
    file("web/src/i18n/site/es.ts"),
    file("web/src/i18n/site/en.ts"),
    file("functions/src/domain/reports/bilingual.ts"),
    proof("test/domain/annualReport/bothLanguages.test.ts", "has the same blocks and numbers: %s"),
  ),
  demand("R080", "Reuse licence: reproduction with citation", later("open data with its licence")),
  demand(
    "R081",
    "AI only with ethical, rights-respecting rules",
    later("rules before any use of artificial intelligence"),
  ),
  demand(
    "R082",
    "National entities: adoption and coordination of public policy",
    file("scripts/seed/data/catalogues/actorCategories.json"),
    file("scripts/seed/data/catalogues/actorTypes.json"),
    proof("test/seed/data.test.ts", "name categories and types of actors that exist"),
  ),
  demand(
    "R083",
    "International: access to opportunities",
    file("scripts/seed/data/catalogues/actorCategories.json"),
    file("scripts/seed/data/catalogues/actorTypes.json"),
    proof("test/seed/data.test.ts", "name categories and types of actors that exist"),
  ),
  demand(
    "R084",
    "Private: financing and city positioning",
    file("scripts/seed/data/catalogues/actorCategories.json"),
    file("scripts/seed/data/catalogues/actorTypes.json"),
    proof("test/seed/data.test.ts", "name categories and types of actors that exist"),
  ),
  demand(
    "R085",
    "Academy: generating knowledge",
    file("scripts/seed/data/catalogues/actorCategories.json"),
    file("scripts/seed/data/catalogues/actorTypes.json"),
    proof("test/seed/data.test.ts", "name categories and types of actors that exist"),
  ),
  demand(
    "R086",
    "Civil society: international networks",
    file("scripts/seed/data/catalogues/actorCategories.json"),
    file("scripts/seed/data/catalogues/actorTypes.json"),
    proof("test/seed/data.test.ts", "name categories and types of actors that exist"),
  ),
  demand(
    "R087",
    "Media: broadcasting",
    file("scripts/seed/data/catalogues/actorCategories.json"),
    file("scripts/seed/data/catalogues/actorTypes.json"),
    proof("test/seed/data.test.ts", "name categories and types of actors that exist"),
  ),
];
