/** « la convention avec le conseil a été signée en juin »: whether and when a sentence says that a convention was signed, a condition met, the year opened, against the mode opératoire. */
import type { Study } from '../../../../study/study.js';
import { compte } from '../../../../texte/accords.js';
import { anterieur, duJour, leJour, posterieur } from '../../../../texte/dates.js';
import { MOIS_NUS } from '../../../../texte/dates-ecrites.js';
import { memeMot, motsDe } from '../../../../texte/quantites-ecrites.js';
import { nomCite } from '../../../vocabulaire.js';
import { cheminConvention } from '../../chemins.js';
import { donneursNommes } from '../financement/donneurs-nommes.js';
import type { Dementi, Lecteur } from '../lecteur.js';
import { projetsNommes } from '../noms-des-projets.js';
import { memeDate, NOMBRE, nomNu, propositions, QUAND, type Quand, quandDe, valeurDe } from '../propositions.js';

const LA_CONVENTION = "^(?:la convention (?:signee )?(?:avec |de |d'|du |des )(?<qui>.+?)|(?<toutes>les conventions)) ";
const SIGNEE = new RegExp(
  `${LA_CONVENTION}(?:(?:a|ont)(?: bien)? ete|est|sont) signees?(?: (?:avant|apres) [^,]+,)?(?: ${QUAND})?$`,
);
const NON_SIGNEE = new RegExp(
  `${LA_CONVENTION}(?:n'(?:a|ont) (?:pas|pas encore|jamais|toujours pas) ete signees?|n'est (?:pas|pas encore|toujours pas) signee|reste(?:nt)? a signer)$`,
);
/** « le conseil a signé sa convention en août ». */
const A_SIGNE = new RegExp(`^(?<qui>.+?) (?:a|ont)(?: bien)? signe (?:sa|leur) convention(?: ${QUAND})?$`);
const N_A_PAS_SIGNE = /^(?<qui>.+?) n'(?:a|ont) (?:pas|pas encore|toujours pas) signe (?:sa|leur) convention$/;
const REMPLIE = new RegExp(`^(?<quoi>.+?) (?:a|ont) ete (?<participe>[a-z]+) ${QUAND}$`);
const DEPUIS = new RegExp(
  `^(?<quoi>.+?) (?:est|sont|fonctionne|dure|court|existe)(?: (?:ouverte?s?|en place|en service|en cours|lancee?s?|engagee?s?|suivie?s?|accompagnee?s?))? depuis (?:le (?<jour>\\d{1,2})(?:er)? )?(?<mois>${MOIS_NUS.join('|')}) (?<annee>\\d{4})$`,
);
const DU_BILAN = /^(?:bilan|evaluation)\b/;
/** The mode opératoire, its draft and its accounts, and what tells of the year. */
const DU_MODE = /^(?:mode.operatoire|bilan|evaluation)\b/;

/** What each of these has, the patterns being long to try. */
const PEUT_ETRE = new RegExp(`convention|depuis|ete [a-z]+ (?:le|en|au mois) .*(?:${MOIS_NUS.join('|')})`);

type Mode = NonNullable<Study['mode_operatoire']>;

/** Whether a date of the study is before what is told. */
const avant = (date: string, { annee = '', mois }: Quand): boolean =>
  date.slice(0, 7) <= `${annee}-${String(mois).padStart(2, '0')}`;

export function conventionsDatees(study: Study): Lecteur {
  const { mode_operatoire: mode } = study;
  if (!mode) return () => [];
  return (phrase, ou) =>
    DU_MODE.test(ou)
      ? propositions(phrase).flatMap((part): Dementi[] => {
          if (!PEUT_ETRE.test(part)) return [];
          const one =
            signature(study, mode, part, ou) ??
            autourDeLOuverture(study, mode, part) ??
            enRetard(mode, part, ou) ??
            condition(mode, part) ??
            depuis(study, mode, part);
          return one ? [one] : [];
        })
      : [];
}

function signature(study: Study, { conventions = [] }: Mode, part: string, ou: string): Dementi | null {
  if (!/^(?:la|les) conventions? .*sign| signe (?:sa|leur) convention/.test(part)) return null;
  const denied = (NON_SIGNEE.exec(part) ?? N_A_PAS_SIGNE.exec(part))?.groups;
  const groups = denied ?? (SIGNEE.exec(part) ?? A_SIGNE.exec(part))?.groups;
  const who = groups?.qui === undefined ? undefined : donneursNommes(study).get(nomNu(groups.qui));
  if (!groups || (groups.toutes === undefined && !who)) return null;
  const own = [...conventions.entries()].filter(
    ([, { partenaire }]) => groups.toutes !== undefined || who?.acteurs.has(partenaire),
  );
  const [first] = own;
  const quand = denied ? null : quandDe(groups);
  // Before the balance, what is not signed yet may be on its way.
  if (!first || (quand === null && !DU_BILAN.test(ou)) || (groups.toutes !== undefined && quand === null)) return null;
  const dates = own.flatMap(([, { signee_le: on }]) => on ?? []);
  const signed = own.every(([, { etat, signee_le: on }]) => on !== undefined || etat === 'signee');
  const none = own.every(([, { etat, signee_le: on }]) => on === undefined && etat !== 'signee');
  const holds = denied
    ? !signed
    : quand === null
      ? !none
      : dates.some((date) => memeDate(date, quand)) || (dates.length === 0 && (!none || !DU_BILAN.test(ou)));
  if (holds) return null;
  const [rank, { id, partenaire, signee_le: on }] = own.find(([, one]) => one.signee_le !== undefined) ?? first;
  const actor = study.acteurs.find((one) => one.id === partenaire);
  return {
    dit: `la convention avec ${nomCite(actor?.sigle ?? actor?.nom ?? partenaire)} ${on === undefined ? 'n’a pas de date de signature (« signee_le »)' : `a été signée ${leJour(on)}`}`,
    contre: [cheminConvention(id, rank)],
  };
}

/** « La charte a été adoptée en septembre »: a condition of which these are words, met on another day. */
function condition({ conditions, taches = [] }: Mode, part: string): Dementi | null {
  const groups = REMPLIE.exec(part)?.groups;
  const quand = quandDe(groups);
  if (!groups || quand === null || /\bn'|\bne\b/.test(part)) return null;
  const words = motsDe(`${nomNu(groups.quoi ?? '')} ${groups.participe ?? ''}`);
  const all = (text: string): boolean =>
    words.length > 1 && words.every((word) => motsDe(text).some((one) => memeMot(one, word)));
  const met = (['techniques', 'juridiques', 'financieres'] as const).flatMap((kind) =>
    (conditions?.[kind] ?? []).flatMap(({ id, libelle, remplie_le: on }, i) =>
      all(libelle) ? [{ libelle, on, chemin: `mode_operatoire/conditions/${kind}/${id ?? i + 1}` }] : [],
    ),
  );
  const [first] = met;
  if (first?.on === undefined || met.some(({ on }) => on === undefined || memeDate(on, quand))) return null;
  const during = taches.some(
    ({ libelle, debut, fin, fin_reelle: end }) =>
      all(libelle) && [debut, fin, end].some((date) => date !== undefined && memeDate(date, quand)),
  );
  return during
    ? null
    : { dit: `« ${first.libelle} » est remplie ${leJour(first.on)}`, contre: [`${first.chemin}/remplie_le`] };
}

/** Nothing is followed before it is asked for, nor open before it opens. */
function depuis(study: Study, { experimentation, taches = [] }: Mode, part: string): Dementi | null {
  const groups = part.includes(' depuis ') ? DEPUIS.exec(part)?.groups : undefined;
  const quand = quandDe(groups);
  if (!groups || quand === null) return null;
  const nom = nomNu(groups.quoi ?? '');
  const projet = projetsNommes(study)(nom);
  if (projet) {
    const { accompagnement, retenu_le: chosen, calendrier = [] } = projet;
    const dates = [
      accompagnement?.demande_recue,
      chosen,
      ...calendrier.flatMap(({ debut, debut_reel: begun }) => [debut, begun]),
    ].filter((one) => one !== undefined);
    return dates.length === 0 || dates.some((date) => avant(date, quand))
      ? null
      : {
          dit: `ce projet ${chosen === undefined ? 'commence plus tard' : `a été retenu ${leJour(chosen)}`}`,
          contre: [`projets/${projet.id}`],
        };
  }
  const begun = experimentation?.debut;
  if (begun === undefined || !/^(?:experimentation|dispositif|accueil|annee d'experimentation)$/.test(nom)) return null;
  const holds = [begun, ...taches.flatMap(({ debut, debut_reel: real, jalon }) => (jalon ? [debut, real] : []))].some(
    (date) => date !== undefined && memeDate(date, quand),
  );
  return holds
    ? null
    : { dit: `l’expérimentation commence ${leJour(begun)}`, contre: ['mode_operatoire/experimentation/debut'] };
}

const AUTOUR =
  /^la convention (?:signee )?(?:avec |de |d'|du |des )(?<qui>.+?) (?:a ete|est) signee (?<sens>avant|apres) (?:l'ouverture|le debut|le lancement|le demarrage)(?: (?:du dispositif|de l'experimentation|du reseau|de l'annee))?$/;

/** « signée après l’ouverture », of what the days of both say otherwise. */
function autourDeLOuverture(study: Study, { conventions = [], experimentation }: Mode, part: string): Dementi | null {
  const groups = part.startsWith('la convention ') ? AUTOUR.exec(part)?.groups : undefined;
  const who = groups ? donneursNommes(study).get(nomNu(groups.qui ?? '')) : undefined;
  const own = [...conventions.entries()].filter(([, { partenaire }]) => who?.acteurs.has(partenaire));
  const [first, ...others] = own;
  const begun = experimentation?.debut;
  if (!groups || !first || others.length > 0 || begun === undefined) return null;
  const [rank, { id, signee_le: on }] = first;
  if (on === undefined) return null;
  return (groups.sens === 'apres' ? anterieur(on, begun) : posterieur(on, begun))
    ? {
        dit: `elle a été signée ${leJour(on)}, et l’expérimentation commence ${leJour(begun)}`,
        contre: [cheminConvention(id, rank)],
      }
    : null;
}

/** « aucune convention n’a été signée en retard », « trois conventions ont été signées après la date prévue ». */
const RETARD =
  '(?:en retard|avec du retard|hors delai|apres (?:la|leur) date(?: de signature)? prevue|plus tard que prevu)';
const AUCUN_RETARD = new RegExp(
  `^(?:aucune (?:des (?:${NOMBRE} )?)?conventions? n'a ete signee ${RETARD}|toutes les conventions (?:ont ete|sont) signees (?:a temps|a l'heure|dans les temps|dans les delais|a la date prevue))$`,
);
const N_EN_RETARD = new RegExp(
  `^(?<n>${NOMBRE}) conventions?(?: sur (?:${NOMBRE}))? (?:a|ont) ete signees? ${RETARD}$`,
);

/** Those signed later than planned; what is not signed is not late, it is not. */
function enRetard({ conventions = [] }: Mode, part: string, ou: string): Dementi | null {
  if (!DU_BILAN.test(ou) || !/convention.* signee?s? .*(?:retard|delai|prevu|temps|heure)/.test(part)) return null;
  const late = conventions.flatMap(({ id, signee_le: on, signature_prevue: planned }, rank) =>
    on !== undefined && planned !== undefined && posterieur(on, planned) ? [{ id, rank, on, planned }] : [],
  );
  const told = AUCUN_RETARD.test(part) ? 0 : valeurDe(N_EN_RETARD.exec(part)?.groups?.n);
  const [first] = late;
  // A month after which nobody says that it is late may be left aside: fewer are not counted.
  if (told === undefined || (told === 0 ? !first : told <= late.length)) return null;
  return {
    ...(told === 0 ? {} : { valeur: told }),
    dit: first
      ? `${compte(late.length, 'convention signée', 'conventions signées')} après la date prévue, dont une ${leJour(first.on)} au lieu ${duJour(first.planned)}`
      : 'aucune n’a été signée après la date prévue',
    contre: [first ? cheminConvention(first.id, first.rank) : 'mode_operatoire/conventions'],
  };
}
