/** What a meeting cannot be: longer than a day, out of its phase, deciding without the one who ordered the study, or full of one body. */
import type { Study } from '../../../../study/study.js';
import { compte } from '../../../../texte/accords.js';
import { anterieur, leJour, moisAbsolu, periode, posterieur } from '../../../../texte/dates.js';
import { identifiant, nu } from '../../../../texte/identifiant.js';
import { nombreFr } from '../../../../texte/nombres.js';
import { quantitesEcrites } from '../../../../texte/quantites-ecrites.js';
import { estDuComite, surLeLancement, titreReunion } from '../../../comite.js';
import type { Contradiction, RegleCoherence } from '../../regle.js';

/** Minutes of a long day: no agenda goes beyond. */
const JOURNEE = 8 * 60;

/** What its title says longer than a day. */
const PLUSIEURS_JOURS = /\b(?:(?:deux|trois|2|3) jours|deux journées|journées|séminaire|résidence|voyage)(?!\p{L})/iu;

export const ordreDuJourTropLong: RegleCoherence = {
  code: 'ordre-du-jour-trop-long',
  gravite: 'attention',
  titre: 'L’ordre du jour d’une réunion dure plus d’une journée.',
  explication:
    'Les minutes des points d’un ordre du jour (« ordre_du_jour.minutes ») font une réunion : au-delà de huit heures, un zéro a été ajouté, ou les minutes sont des secondes. Une réunion dont le titre dit qu’elle dure plusieurs jours (« Séminaire de deux jours ») n’est pas relevée.',
  livrables: ['copil'],
  verifier: ({ study: { reunions } }) =>
    reunions.flatMap((reunion): Contradiction[] => {
      const total = reunion.ordre_du_jour.reduce((sum, { minutes = 0 }) => sum + minutes, 0);
      if (total <= JOURNEE || PLUSIEURS_JOURS.test(titreReunion(reunion))) return [];
      const longest = Math.max(...reunion.ordre_du_jour.map(({ minutes = 0 }) => minutes));
      const rank = reunion.ordre_du_jour.findIndex(({ minutes }) => minutes === longest);
      return [
        {
          chemin: `reunions/${reunion.id}/ordre_du_jour/${rank + 1}`,
          contre: [`reunions/${reunion.id}/date`],
          message: `l’ordre du jour de « ${titreReunion(reunion)} » dure ${compte(total, 'minute')}, plus de huit heures ; « ${reunion.ordre_du_jour[rank]?.point} » en prend ${nombreFr(longest)}.`,
          issue: 'Corrigez la durée de ce point, en minutes.',
          saisie: 'Une réunion de plusieurs jours le dit dans son « titre » (« Séminaire de deux jours »).',
        },
      ];
    }),
};

type Phase = NonNullable<Study['etude']['calendrier']>[number];

/** « Lot B » is « Lot B, scénarios ». */
const estLaPhase = ({ phase }: Phase, nom: string): boolean =>
  `${identifiant(phase)}-`.startsWith(`${identifiant(nom)}-`);

/** Months after a phase in which the meeting that closes it may still be held. */
const CLOTURE = 1;

const LANCEMENT = /lancement|cadrage|prépara/i;

export const reunionHorsPhase: RegleCoherence = {
  code: 'reunion-hors-phase',
  gravite: 'attention',
  titre: 'Une réunion se tient pendant une autre phase que la sienne.',
  explication:
    'La phase d’une réunion (« phase ») a ses dates au calendrier (« calendrier » de etude.yaml). Une réunion datée d’avant le début de sa phase, ou de plus d’un mois après sa fin, et pendant une autre, porte le nom d’une autre phase, ou la date d’une autre réunion. Celle qui délibère de la lancer (« lance ») ou qui la prépare (« Réunion de lancement ») la précède, et n’est pas relevée ; une réunion annulée non plus.',
  livrables: ['copil'],
  verifier: ({ study: { reunions, etude } }) => {
    const phases = etude.calendrier ?? [];
    return reunions.flatMap((reunion): Contradiction[] => {
      const { date, phase } = reunion;
      const mine = phases.filter((one) => estLaPhase(one, phase));
      const [own] = mine;
      if (!own || mine.length > 1 || own.fin === undefined) return [];
      const early = anterieur(date, own.debut);
      // What launches a phase comes before it.
      if (
        reunion.etat === 'annulee' ||
        (early && (surLeLancement(reunion, phase) || LANCEMENT.test(titreReunion(reunion))))
      )
        return [];
      if (!early && moisAbsolu(date) - moisAbsolu(own.fin) <= CLOTURE) return [];
      const rank = phases.findIndex(
        ({ debut, fin }) => fin !== undefined && !anterieur(date, debut) && !posterieur(date, fin),
      );
      const other = phases[rank];
      if (!other || other === own) return [];
      return [
        {
          chemin: `reunions/${reunion.id}/phase`,
          contre: [`etude/calendrier/${phases.indexOf(own) + 1}`, `etude/calendrier/${rank + 1}`],
          message: `« ${titreReunion(reunion)} », ${leJour(date)}, est dite de « ${own.phase} » (${periode(own.debut, own.fin)}) ; ${date.length === 10 ? 'ce jour' : 'ce mois'} est de « ${other.phase} ».`,
          issue: 'Corrigez la phase de la réunion, ou sa date.',
        },
      ];
    });
  },
};

type MaitreDOuvrage = Study['etude']['maitre_ouvrage'];

/** The sheet of the one who ordered the study. */
const ficheDe = ({ nom, sigle }: MaitreDOuvrage, acteurs: Study['acteurs']) =>
  acteurs.find((one) => nu(one.nom) === nu(nom) || (sigle !== undefined && one.sigle === sigle));

/** Whether a body that sat writes itself as the one who ordered the study. */
function porteSonNom(organisme: string, { nom, sigle }: MaitreDOuvrage): boolean {
  const written = ` ${identifiant(organisme, ' ')} `;
  return (
    written.includes(` ${identifiant(nom, ' ')} `) ||
    (sigle !== undefined && sigle.length > 1 && written.includes(` ${identifiant(sigle, ' ')} `))
  );
}

export const validationSansMaitreDOuvrage: RegleCoherence = {
  code: 'validation-sans-maitre-d-ouvrage',
  gravite: 'attention',
  titre: 'Le comité valide sans que le maître d’ouvrage soit présent.',
  explication:
    'Une réunion du comité qui valide un document, retient un scénario ou lance une phase a le maître d’ouvrage (« maitre_ouvrage » de etude.yaml) parmi ses présents, quand elle les dit (« presents », deux au moins) : c’est à lui que la décision s’adresse, et lui qui préside. Le maître d’ouvrage se reconnaît à son nom, à son sigle ou à sa fiche d’acteur ; rien n’est dit quand un présent n’a pas d’« acteur », car ce peut être lui.',
  livrables: ['copil'],
  verifier: ({ study: { etude, acteurs, reunions } }) => {
    const owner = etude.maitre_ouvrage;
    const sheet = ficheDe(owner, acteurs);
    if (!sheet) return [];
    return reunions.flatMap((reunion): Contradiction[] => {
      const { id, etat, presents = [], decisions = [] } = reunion;
      if (!estDuComite(reunion) || etat !== 'tenue' || presents.length < 2) return [];
      const bound = decisions.findIndex(
        ({ statut, livrable, scenario, lance }) =>
          statut === 'valide' && (livrable !== undefined || scenario !== undefined || lance !== undefined),
      );
      if (
        bound < 0 ||
        // A line without its sheet may be the owner under another name.
        presents.some(({ acteur }) => acteur === undefined) ||
        presents.some(({ organisme, acteur }) => acteur === sheet.id || porteSonNom(organisme, owner))
      )
        return [];
      return [
        {
          chemin: `reunions/${id}/presents`,
          contre: [`reunions/${id}/decisions/${bound + 1}`, 'etude/maitre_ouvrage/nom'],
          message: `« ${titreReunion(reunion)} » décide, et « ${owner.nom} », maître d’ouvrage, n’est pas parmi les présents.`,
          issue: 'Ajoutez le maître d’ouvrage aux présents, ou corrigez la décision.',
          saisie: 'Il s’ajoute à « presents » de la réunion (reunions.yaml), avec son « acteur ».',
        },
      ];
    });
  },
};

/** A member sends its own and, at most, as many substitutes. */
const AVEC_SUPPLEANTS = 2;
/** « Un élu par commune », « Un élu et ses services » count no seats of the whole. */
export const SANS_COMPTE = /(?<!\p{L})(?:par|chaque|chacune?|ses|son|leurs?|services?|des|équipe)(?!\p{L})/iu;
/** Beyond so many of one body, and so many times all the others together, a zero was added. */
const FOULE = { nombre: 30, fois: 3 } as const;

export const delegationTropNombreuse: RegleCoherence = {
  code: 'delegation-trop-nombreuse',
  gravite: 'attention',
  titre: 'Un organisme envoie à une réunion plus de monde qu’il n’y a de sièges.',
  explication:
    'Un membre du comité dont les représentants sont comptés en un nombre (« representants: Deux élus » de « comite_pilotage ») n’en envoie pas plus du double à une réunion du comité (« presents.representants »), suppléants compris. Sans ce nombre (ou s’il est « par commune »), plus de trente représentants d’un seul organisme, et plus du triple de tous les autres ensemble, sont une faute de frappe.',
  livrables: ['copil'],
  verifier: ({ study: { reunions, etude } }) =>
    reunions.filter(estDuComite).flatMap((reunion) =>
      (reunion.presents ?? []).flatMap(({ organisme, acteur, representants: came = 0 }, i, all): Contradiction[] => {
        const others = all.reduce((sum, { representants = 0 }) => sum + representants, 0) - came;
        const member = (etude.comite_pilotage ?? []).findIndex(
          (one) => (acteur !== undefined && one.acteur === acteur) || nu(one.organisme) === nu(organisme),
        );
        const seats = quantitesEcrites(etude.comite_pilotage?.[member]?.representants ?? '');
        const most =
          seats.length === 1 && seats[0] && !SANS_COMPTE.test(etude.comite_pilotage?.[member]?.representants ?? '')
            ? seats[0].valeur * AVEC_SUPPLEANTS
            : null;
        const crowd = came > FOULE.nombre && all.length > 1 && came > FOULE.fois * others;
        if (most === null ? !crowd : came <= most) return [];
        return [
          {
            chemin: `reunions/${reunion.id}/presents/${i + 1}/representants`,
            contre: [
              most === null ? `reunions/${reunion.id}/presents` : `etude/comite_pilotage/${member + 1}/representants`,
            ],
            message: `« ${organisme} » a ${compte(came, 'représentant')} à « ${titreReunion(reunion)} » ; ${most === null ? `tous les autres présents en ont ${nombreFr(others)}` : `le comité lui donne « ${etude.comite_pilotage?.[member]?.representants} »`}.`,
            issue: 'Corrigez le nombre des représentants.',
          },
        ];
      }),
    ),
};

export const SEANCES = [
  ordreDuJourTropLong,
  reunionHorsPhase,
  validationSansMaitreDOuvrage,
  delegationTropNombreuse,
] as const;
