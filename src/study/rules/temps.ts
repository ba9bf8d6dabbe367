/** What comes too late or is over: facts after the deliverable that would cite them, references no longer in force. */
import { anterieur, auJour, dateEnLettres, leJour } from '../../texte/dates.js';
import type { Rule } from './rule.js';
import { referencesTo } from './walk.js';

/** The deliverable that the inventories feed. */
const DIAGNOSTIC = 'diagnostic';

export const faitPosterieur: Rule = (study, report) => {
  const dated = study.etude.livrables?.find(({ id }) => id === DIAGNOSTIC)?.date;
  const date = dated ?? study.etude.date;
  const check = (path: string, quand: string | number | undefined, quoi: string): void => {
    if (quand === undefined || !anterieur(date, String(quand))) return;
    report(
      'fait-posterieur',
      path,
      `${quoi} (${dateEnLettres(String(quand))}) vient après la date du diagnostic (${dateEnLettres(date)}) et n’y paraîtra pas.`,
      'Corrigez la date s’il y a erreur ; sinon, la fiche servira aux livrables suivants.',
      { contre: [dated ? `etude/livrables/${DIAGNOSTIC}/date` : 'etude/date'] },
    );
  };
  for (const { id, debut } of study.actions) check(`actions/${id}/debut`, debut, 'le début de l’action');
  for (const { id, creation } of study.experiences)
    check(`experiences/${id}/creation`, creation, 'la création de l’expérience');
  for (const { id, date: jour } of study.participation)
    check(`participation/${id}/date`, jour, 'le temps de participation');
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
  for (const { path, id, from } of referencesTo(study, 'references')) {
    // A rule names the one that it replaces, which is over by its own doing.
    if (path.endsWith('/remplace')) continue;
    const date = dates.get(LIVRABLE[from] ?? '') ?? study.etude.date;
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
