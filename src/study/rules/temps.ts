/** What comes too late or is over: facts after the deliverable that would cite them, references no longer in force. */
import { anterieur, auJour, dateEnLettres, leJour } from '../../texte/dates.js';
import type { Rule } from './rule.js';
import { referencesTo } from './walk.js';

/** The deliverable that the inventories feed. */
const DIAGNOSTIC = 'diagnostic';

interface Livrable {
  id: string;
  date: string;
}

/** What may print a fact beside the diagnostic, and what is said of it. */
interface Fait {
  chemin: string;
  quand: string | number | undefined;
  quoi: string;
  /** The later deliverables that take it into account. */
  aussi: readonly Livrable[];
}

export const faitPosterieur: Rule = ({ etude, actions, experiences, participation, scenarios }, report) => {
  const dated = (etude.livrables ?? []).flatMap(({ id, date }): Livrable[] =>
    date === undefined ? [] : [{ id, date }],
  );
  const diagnostic = dated.find(({ id }) => id === DIAGNOSTIC);
  const date = diagnostic?.date ?? etude.date;
  const later = dated.filter((one) => one !== diagnostic && anterieur(date, one.date));
  const named = new Set(scenarios.flatMap(({ inspirations }) => inspirations ?? []));
  const facts: Fait[] = [
    ...actions.map(({ id, debut }) => ({
      chemin: `actions/${id}/debut`,
      quand: debut,
      quoi: 'le début de l’action',
      aussi: [],
    })),
    ...experiences.map(({ id, creation }) => ({
      chemin: `experiences/${id}/creation`,
      quand: creation,
      quoi: 'la création de l’expérience',
      aussi: named.has(id) ? later.filter((one) => one.id === 'scenarios') : [],
    })),
    // What was held after the diagnostic counts in the answer to the contract that each later meeting is shown.
    ...participation.map(({ id, date: jour }) => ({
      chemin: `participation/${id}/date`,
      quand: jour,
      quoi: 'le temps de participation',
      aussi: later,
    })),
  ];
  for (const { chemin, quand, quoi, aussi } of facts) {
    if (quand === undefined || !anterieur(date, String(quand))) continue;
    if (aussi.some((one) => !anterieur(one.date, String(quand)))) continue;
    const last = aussi.reduce<Livrable | null>(
      (best, one) => (best && anterieur(one.date, best.date) ? best : one),
      null,
    );
    const told = `${quoi} (${dateEnLettres(String(quand))}) vient après la date`;
    report(
      'fait-posterieur',
      chemin,
      last
        ? `${told} du dernier livrable qui en tient compte (${dateEnLettres(last.date)}).`
        : `${told} du diagnostic (${dateEnLettres(date)}) et n’y paraîtra pas.`,
      'Corrigez la date s’il y a erreur ; sinon, aucun livrable n’écrira cette fiche, que vous pouvez garder pour la suite.',
      {
        contre: [
          last ? `etude/livrables/${last.id}/date` : diagnostic ? `etude/livrables/${DIAGNOSTIC}/date` : 'etude/date',
        ],
      },
    );
  }
};

/** The deliverable for which each file speaks; the others speak at the date of the study. */
const LIVRABLE: Readonly<Record<string, string>> = {
  scenarios: 'scenarios',
  criteres: 'scenarios',
  priorites: 'scenarios',
  'mode-operatoire': 'mode-operatoire',
  projets: 'fiches-projets',
};

export const referencePerimee: Rule = (study, report) => {
  const dates = new Map(study.etude.livrables?.map((livrable) => [livrable.id, livrable.date]));
  const references = new Map(study.references.map((reference) => [reference.id, reference]));
  const trials = study.scenarios.flatMap(({ id, essai_de: tried }) => (tried === undefined ? [] : [id]));
  for (const { path, id, from } of referencesTo(study, 'references')) {
    // A rule names the one that it replaces, which is over by its own doing.
    if (path.endsWith('/remplace')) continue;
    // A trial is costed by the document that puts it to work.
    const speaks = trials.some((trial) => path.startsWith(`scenarios/${trial}/`)) ? 'mode-operatoire' : LIVRABLE[from];
    const date = dates.get(speaks ?? '') ?? study.etude.date;
    const reference = references.get(id);
    if (!reference) continue;
    const { applicable_du: du, applicable_au: au, titre } = reference;
    if (au !== undefined && anterieur(au, date))
      report(
        'reference-perimee',
        path,
        `« ${titre} » n’était en vigueur que jusqu’${auJour(au)} ; cette fiche parle ${auJour(date)}.`,
        'Renvoyez à la version en vigueur, ou ajoutez-la à references.yaml.',
        { contre: [`references/${id}/applicable_au`] },
      );
    else if (du !== undefined && anterieur(date, du))
      report(
        'reference-perimee',
        path,
        `« ${titre} » n’entre en vigueur que ${leJour(du)} ; cette fiche parle ${auJour(date)}.`,
        'Renvoyez à la version en vigueur à cette date.',
        { contre: [`references/${id}/applicable_du`] },
      );
  }
};

export const decisionSansReunion: Rule = ({ etude, reunions }, report) => {
  for (const { id, etat, date, decisions, presents } of reunions) {
    if (decisions?.length && etat !== 'tenue')
      report(
        'decision-sans-reunion',
        `reunions/${id}/decisions`,
        'des décisions sont notées pour une réunion qui ne s’est pas tenue.',
        'Écrivez « etat: tenue » si elle a eu lieu, ou retirez les décisions.',
      );
    if (presents?.length && etat !== 'tenue')
      report(
        'decision-sans-reunion',
        `reunions/${id}/presents`,
        'des présents sont notés pour une réunion qui ne s’est pas tenue.',
        'Écrivez « etat: tenue » si elle a eu lieu, ou retirez les présents.',
        { contre: [`reunions/${id}/etat`] },
      );
    if (etat === 'tenue' && anterieur(etude.date, date))
      report(
        'decision-sans-reunion',
        `reunions/${id}/date`,
        `la réunion est dite tenue ${leJour(date)}, après la date de l’étude (${dateEnLettres(etude.date)}).`,
        'Mettez à jour la date et la version de l’étude, ou écrivez « etat: prevue ».',
        { contre: ['etude/date'] },
      );
  }
};
