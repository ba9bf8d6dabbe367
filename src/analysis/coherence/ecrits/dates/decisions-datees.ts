/** « le COPIL du 12 mars a validé le diagnostic », « le réseau a été retenu en juin »: the day that a sentence gives to a decision, against the journal of the meetings. */
import type { Study } from '../../../../study/study.js';
import { dateEnLettres, leJour } from '../../../../texte/dates.js';
import { MOIS_NUS } from '../../../../texte/dates-ecrites.js';
import { sansArticle } from '../../../../texte/identifiant.js';
import { type Decision, porteeDe, titreReunion } from '../../../comite.js';
import { once } from '../../../une-fois.js';
import type { Dementi, Lecteur } from '../lecteur.js';
import { nomsDesScenarios } from '../noms.js';
import { projetsNommes } from '../noms-des-projets.js';
import { memeDate, nomNu, propositions, QUAND, type Quand, quandDe } from '../propositions.js';

type Reunion = Study['reunions'][number];

/** What was decided, of one thing, and when. */
interface Fait {
  date: string;
  contre: string;
  /** « validé par « Comité de pilotage, diagnostic » », or what was decided instead. */
  dit: string;
  prise: boolean;
}

/** What is decided of a deliverable, of a scenario, of projects, of a phase, of a job. */
type Sorte = 'livrable' | 'scenario' | 'projets' | 'lance' | 'emploi';
const VERBES: Readonly<Record<string, readonly Sorte[]>> = {
  valide: ['livrable', 'scenario'],
  approuve: ['livrable'],
  adopte: ['livrable'],
  retenu: ['scenario', 'projets'],
  choisi: ['scenario', 'projets'],
  selectionne: ['projets'],
  affermi: ['lance'],
  lance: ['lance'],
  cree: ['emploi'],
};
const VERBE = Object.keys(VERBES).join('|');
const DU = `du (?:(?:lundi|mardi|mercredi|jeudi|vendredi) )?(?<j>\\d{1,2})(?:er)? (?<m>${MOIS_NUS.join('|')})(?: (?<a>\\d{4}))?`;
const ACTIVE = new RegExp(
  `^(?:${QUAND.replaceAll('?<', '?<d')}, )?(?<organe>.+?)(?: ${DU})? (?:a|ont) (?:deja |bien )?(?<verbe>${VERBE})(?: le| la| les| l')(?<quoi> ?.+?)(?: ${QUAND})?$`,
);
const PASSIVE = new RegExp(
  `^(?<quoi>.+?) (?:a ete|ont ete|est|sont) (?<verbe>${VERBE})e?s?(?: par (?<organe>[a-z' ]+?))? ${QUAND}(?: par (?<apres>[a-z' ]+))?$`,
);

/** A verb of those above, taken: the patterns begin by any words and are long to try. */
const PEUT_ETRE = new RegExp(`(?:\\ba|\\bont|ete|est|sont) (?:deja |bien )?(?:${VERBE})`);

/** The meetings that were held, and the bodies that held them. */
interface Journal {
  study: Study;
  held: readonly Reunion[];
  organes: () => ReadonlySet<string>;
}

export function decisionsDatees(study: Study): Lecteur {
  const { reunions, etude } = study;
  const held = reunions.filter(({ etat }) => etat === 'tenue');
  if (held.length === 0) return () => [];
  const journal: Journal = {
    study,
    held,
    organes: once(
      () =>
        new Set(
          [
            'comite de pilotage',
            'copil',
            'comite',
            etude.comite?.nom,
            etude.comite?.sigle,
            // « la commission », of a « Commission de suivi ».
            /^(?:Commission|Conseil)(?= )/.exec(etude.comite?.nom ?? '')?.[0],
            ...held.map(({ organe }) => organe),
          ].flatMap((nom) => (nom === undefined ? [] : [sansArticle(nom)])),
        ),
    ),
  };
  return (phrase, ou) => {
    if (/^(?:projets|fiches-projets)\b/.test(ou)) return [];
    return propositions(phrase).flatMap((part): Dementi[] => {
      const one = !PEUT_ETRE.test(part) ? null : (actif(journal, part) ?? passif(journal, part));
      return one ? [one] : [];
    });
  };
}

function actif(journal: Journal, part: string): Dementi | null {
  const groups = ACTIVE.exec(part)?.groups;
  if (!groups || !journal.organes().has(sansArticle(groups.organe ?? ''))) return null;
  const of = groups.m === undefined ? null : quandDe({ jour: groups.j, mois: groups.m, annee: groups.a });
  // A day on which no meeting was held is told as such.
  if (of && !journal.held.some(({ date }) => memeDate(date, of))) return null;
  const opening = quandDe({ jour: groups.djour, mois: groups.dmois, annee: groups.dannee });
  if (opening && !journal.held.some(({ date }) => memeDate(date, opening))) return null;
  return contredit(journal, groups.quoi ?? '', groups.verbe ?? '', of ?? opening ?? quandDe(groups));
}

function passif(journal: Journal, part: string): Dementi | null {
  const groups = PASSIVE.exec(part)?.groups;
  const organe = groups?.organe ?? groups?.apres;
  if (!groups || (organe !== undefined && !journal.organes().has(sansArticle(organe)))) return null;
  return contredit(journal, groups.quoi ?? '', groups.verbe ?? '', quandDe(groups));
}

function contredit(journal: Journal, quoi: string, verbe: string, quand: Quand | null): Dementi | null {
  const known = faitsDe(journal, quoi, VERBES[verbe] ?? []);
  const taken = known.filter(({ prise }) => prise);
  const [first] = taken;
  if (first && (quand === null || taken.some(({ date }) => memeDate(date, quand)))) return null;
  // Put off, or sent back, on the day on which the sentence has it taken.
  const other = known.find(({ prise, date }) => !prise && (quand === null || memeDate(date, quand)));
  const fact = first ?? other ?? autreScenario(journal, quoi, verbe);
  return fact ? { dit: fact.dit, contre: [fact.contre] } : null;
}

/** Another scenario that was retained in the place of the one that is said to be. */
function autreScenario({ study, held }: Journal, quoi: string, verbe: string): Fait | undefined {
  const told = nomsDesScenarios(study).de(nomNu(quoi).replace(/^scenario (?:« )?/, ''));
  if (!told || !/^(?:retenu|choisi)$/.test(verbe)) return undefined;
  return held
    .flatMap((reunion) =>
      (reunion.decisions ?? []).flatMap((one, i) =>
        one.scenario !== undefined && one.scenario !== told.id && one.statut === 'valide' && porteeDe(one) !== 'propose'
          ? [fait(reunion, one, i)]
          : [],
      ),
    )
    .at(-1);
}

function faitsDe({ study, held }: Journal, quoi: string, sortes: readonly Sorte[]): Fait[] {
  const nom = nomNu(quoi);
  const scenario = nomsDesScenarios(study).de(nom.replace(/^scenario (?:« )?/, ''));
  const projet = projetsNommes(study)(nom);
  const of = ({ livrable, scenario: retenu, projets = [], lance, emplois = [], objet }: Decision): boolean =>
    sortes.some((sorte) => {
      if (sorte === 'livrable')
        return livrable !== undefined && (livrable.replaceAll('-', ' ') === nom || sansArticle(objet) === nom);
      if (sorte === 'scenario') return retenu !== undefined && retenu === scenario?.id;
      if (sorte === 'projets')
        return (
          (projet !== undefined && projets.includes(projet.id)) ||
          (projets.length > 1 && /^(?:(?:deux|trois|quatre|cinq|six|sept|huit|\d+) )?projets$/.test(nom))
        );
      if (sorte === 'lance') return lance !== undefined && sansArticle(lance) === nom;
      return emplois.some(
        ({ poste }) =>
          /^(?:emploi|poste)$/.test(nom) ||
          nom === `emploi d'${poste}` ||
          nom === `poste d'${poste}` ||
          nom === `emploi de ${poste}`,
      );
    });
  const decided = held.flatMap((reunion) =>
    (reunion.decisions ?? []).flatMap((decision, i): Fait[] =>
      of(decision) && porteeDe(decision) !== 'propose' ? [fait(reunion, decision, i)] : [],
    ),
  );
  const chosen =
    projet?.retenu_le !== undefined && sortes.includes('projets')
      ? [
          {
            date: projet.retenu_le,
            prise: true,
            contre: `projets/${projet.id}/retenu_le`,
            dit: `ce projet a été retenu ${leJour(projet.retenu_le)}`,
          },
        ]
      : [];
  return [...decided, ...chosen];
}

function fait(reunion: Reunion, decision: Decision, rank: number): Fait {
  const prise = decision.statut === 'valide';
  return {
    date: reunion.date,
    prise,
    contre: `reunions/${reunion.id}/decisions/${rank + 1}`,
    dit: `« ${titreReunion(reunion)} », le ${dateEnLettres(reunion.date)}, ${prise ? 'en a décidé' : 'ne l’a pas adopté'} (« ${decision.objet} »)`,
  };
}
