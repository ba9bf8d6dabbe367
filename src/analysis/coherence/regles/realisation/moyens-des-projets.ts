/** What a project cannot have had: more days than its time, a public owner who pays nothing of its works, money before anything began, one goal met and missed. */
import type { Projet } from '../../../../study/types.gen.js';
import { compte } from '../../../../texte/accords.js';
import { anterieur, leJour, ordreDates, periode } from '../../../../texte/dates.js';
import { nu } from '../../../../texte/identifiant.js';
import { nombreFr, pourcent } from '../../../../texte/nombres.js';
import { ouvresEntre } from '../../../jours-ouvres.js';
import { lendemain, premierJour } from '../../../mode-operatoire/calendrier.js';
import { quantiteProbable } from '../../../montants.js';
import { joursDesPartenaires } from '../../quantites.js';
import type { Contradiction, RegleCoherence } from '../../regle.js';

/** The dates between which a project was worked on, and its working days; null when one end is not known. */
function duree(projet: Projet): { debut: string; fin: string; jours: number } | null {
  const { accompagnement: { demande_recue: asked } = {}, retenu_le: chosen, calendrier = [], suivi = [] } = projet;
  // Work begins with the request, before the first step: without its day, nobody knows when.
  if (asked === undefined && chosen === undefined) return null;
  const starts = [asked, chosen, ...calendrier.map(({ debut, debut_reel }) => debut_reel ?? debut)];
  const ends = [...calendrier.map(({ fin, fin_reelle }) => fin_reelle ?? fin), ...suivi.map(({ date }) => date)];
  const known = (dates: readonly (string | undefined)[]): string[] =>
    dates.filter((one): one is string => one !== undefined && one.length >= 7).sort(ordreDates);
  const [debut] = known(starts);
  const fin = known(ends).at(-1);
  if (debut === undefined || fin === undefined || anterieur(fin, debut)) return null;
  return { debut, fin, jours: ouvresEntre(premierJour(debut), lendemain(fin)) };
}

/** Persons that a body or a firm may put on a project at once. */
const EQUIPE = 3;

interface Jours {
  chemin: string;
  jours: number;
  qui: string;
  /** How many may give theirs at once. */
  ensemble: number;
}

/** One agent at a time accompanies a project; a firm or a partner may send several. */
const joursDe = (projet: Projet): Jours[] => {
  const at = `projets/${projet.id}/accompagnement`;
  const {
    jours_prevus: planned = 0,
    jours_realises: done = 0,
    jours_prestataire: bought = 0,
  } = projet.accompagnement ?? {};
  return [
    { chemin: `${at}/jours_prevus`, jours: planned, qui: 'd’agent prévus', ensemble: 1 },
    { chemin: `${at}/jours_realises`, jours: done, qui: 'd’agent', ensemble: 1 },
    { chemin: `${at}/jours_prestataire`, jours: bought, qui: 'de prestataire', ensemble: EQUIPE },
    ...joursDesPartenaires(projet, 'jours_realises').map(({ chemin, jours }) => ({
      chemin,
      jours,
      qui: 'de partenaire',
      ensemble: EQUIPE,
    })),
  ];
};

export const joursAuDelaDeLaDuree: RegleCoherence = {
  code: 'jours-au-dela-de-la-duree',
  gravite: 'attention',
  titre: 'On a donné à un projet plus de jours que sa durée n’en compte.',
  explication:
    'Les jours d’agent pour un projet tiennent dans les jours ouvrés qui vont de sa demande, ou du jour où il est retenu, à la fin de sa dernière étape, et ceux de prestataire ou d’un partenaire dans trois fois ces jours : au-delà, une personne entière, ou une équipe de trois, n’y suffirait pas, et un zéro a sans doute été ajouté.',
  livrables: ['fiches-projets', 'bilan'],
  verifier: ({ study: { projets } }) =>
    projets.flatMap((projet) => {
      const given = joursDe(projet).filter(({ jours }) => jours > 0);
      const span = given.length > 0 ? duree(projet) : null;
      if (!span) return [];
      return given
        .filter(({ jours, ensemble }) => jours > ensemble * span.jours)
        .map(
          ({ chemin, jours, qui }): Contradiction => ({
            chemin,
            contre: [`projets/${projet.id}/calendrier`],
            message: `« ${projet.titre} » compte ${compte(jours, 'jour')} ${qui} ; de son début à sa fin (${periode(span.debut, span.fin)}) il y a ${compte(span.jours, 'jour ouvré', 'jours ouvrés')}.`,
            issue: 'Corrigez ces jours, ou les dates du projet.',
          }),
        );
    }),
};

/** Sessions in a day, at most. */
const PAR_JOUR = 2;
/** So many times what was planned is another figure. */
const DEMESURE = 5;

export const seancesAuDelaDesJours: RegleCoherence = {
  code: 'seances-au-dela-des-jours',
  gravite: 'attention',
  titre: 'Un projet a eu plus de séances que les jours faits n’en permettent.',
  explication:
    'Les séances tenues (« seances_realisees ») ne sont pas plus de deux par jour donné au projet, par l’agent, le prestataire et les partenaires ensemble, ni plus de cinq fois celles qui étaient prévues quand il y en avait deux ou plus.',
  livrables: ['fiches-projets', 'bilan'],
  verifier: ({ study: { projets } }) =>
    projets.flatMap((projet): Contradiction[] => {
      const {
        seances_realisees: held = 0,
        seances_prevues: planned = 0,
        jours_realises: done,
        jours_prestataire: bought = 0,
      } = projet.accompagnement ?? {};
      if (held === 0 || done === undefined) return [];
      const days =
        done + bought + joursDesPartenaires(projet, 'jours_realises').reduce((sum, { jours }) => sum + jours, 0);
      const tooMany = held > PAR_JOUR * days;
      if (!tooMany && !(planned >= 2 && held > DEMESURE * planned)) return [];
      const at = `projets/${projet.id}/accompagnement`;
      return [
        {
          chemin: `${at}/seances_realisees`,
          contre: [tooMany ? `${at}/jours_realises` : `${at}/seances_prevues`],
          message: `« ${projet.titre} » a eu ${compte(held, 'séance')}, pour ${tooMany ? `${compte(days, 'jour donné', 'jours donnés')} en tout` : `${nombreFr(planned)} prévues`}.`,
          issue: `Corrigez le nombre des séances tenues, ou ${tooMany ? 'celui des jours' : 'de celles qui étaient prévues'}.`,
        },
      ];
    }),
};

/** Share of the public money that a local authority brings to its own works (code général des collectivités territoriales, article L1111-10, III). */
const PART_PROPRE = 0.2;
const EMPRUNT = /emprunt|(?<!\p{L})prêt/iu;
/** Bearers whom the law holds to it. */
const COLLECTIVITES = /^(?:commune|collectivite|intercommunalite|communaute|departement|region|syndicat)/;

export const projetSansPartPropre: RegleCoherence = {
  code: 'projet-sans-part-propre',
  gravite: 'attention',
  titre: 'Une collectivité ne paie pas le cinquième des travaux qu’elle porte.',
  explication:
    'Une collectivité qui porte des travaux (« porteur.type » : commune, intercommunalité… ; une ligne du budget « section: investissement ») apporte au moins 20 % de l’argent public qui les paie (code général des collectivités territoriales, article L1111-10). Le plan de financement le montre par sa ligne d’autofinancement (« origine: autofinancement »), prévue ou obtenue ; un emprunt du porteur en est. Des dérogations existent : la raison s’écrit alors.',
  livrables: ['fiches-projets', 'bilan'],
  verifier: ({ study: { projets, acteurs } }) =>
    projets.flatMap((projet): Contradiction[] => {
      const { id, titre, porteur, budget = [], financements = [] } = projet;
      const type = porteur.type ?? acteurs.find((one) => one.id === porteur.acteur)?.type ?? '';
      if (porteur.statut !== 'public' || !COLLECTIVITES.test(type)) return [];
      if (budget.length === 0 || budget.some(({ section }) => section !== 'investissement')) return [];
      // A loan is paid back by its bearer; what it gives itself is its own.
      const mine = ({ origine, financeur }: (typeof financements)[number]): boolean =>
        origine === 'autofinancement' || EMPRUNT.test(financeur) || nu(financeur) === nu(porteur.designation);
      const own = financements.filter(mine);
      const aid = financements.filter((one) => one.origine === 'public' && !mine(one));
      if (aid.length === 0 || financements.some(({ origine }) => origine === undefined)) return [];
      const total = (list: typeof financements): number =>
        list.reduce((sum, { prevu }) => sum + quantiteProbable(prevu), 0);
      const whole = total(own) + total(aid);
      if (whole === 0 || total(own) >= PART_PROPRE * whole - 0.5) return [];
      const got = (list: typeof financements): number =>
        list.reduce((sum, { obtenu, prevu }) => sum + (obtenu ?? quantiteProbable(prevu)), 0);
      if (got(own) >= PART_PROPRE * (got(own) + got(aid)) - 0.5) return [];
      const first = own[0] ?? aid[0];
      return [
        {
          chemin: `projets/${id}/financements/${first ? financements.indexOf(first) + 1 : 1}`,
          contre: [`projets/${id}/porteur`],
          message: `« ${titre} » est porté par « ${porteur.designation} », qui ${total(own) === 0 ? 'n’apporte rien' : `apporte ${pourcent(total(own) / whole)}`} de l’argent public qui paie ses travaux ; une collectivité en apporte 20 % au moins.`,
          issue: 'Ajoutez la part du porteur, ou dites la dérogation.',
          saisie:
            'Sa part s’écrit « origine: autofinancement » dans « financements » ; la dérogation, dans « motif » de « regles_ecartees » (etude.yaml).',
        },
      ];
    }),
};

export const verseAvantLeProjet: RegleCoherence = {
  code: 'verse-avant-le-projet',
  gravite: 'attention',
  titre: 'Une aide est versée avant que le projet n’ait commencé.',
  explication:
    'Une recette d’un projet (« financements.verse_le ») n’est pas versée avant la demande, avant le choix du projet et avant sa première étape à la fois.',
  livrables: ['fiches-projets', 'bilan'],
  verifier: ({ study: { projets } }) =>
    projets.flatMap(({ id, titre, retenu_le: chosen, accompagnement, calendrier = [], financements = [] }) =>
      financements.flatMap(({ financeur, verse_le: paid }, i): Contradiction[] => {
        if (paid === undefined) return [];
        const [start] = [
          { date: chosen, chemin: `projets/${id}/retenu_le` },
          { date: accompagnement?.demande_recue, chemin: `projets/${id}/accompagnement/demande_recue` },
          ...calendrier.map(({ debut, debut_reel }, c) => ({
            date: debut_reel ?? debut,
            chemin: `projets/${id}/calendrier/${c + 1}`,
          })),
        ]
          .flatMap(({ date, chemin }) => (date === undefined ? [] : [{ date, chemin }]))
          .sort((a, b) => ordreDates(a.date, b.date));
        if (!start || !anterieur(paid, start.date)) return [];
        return [
          {
            chemin: `projets/${id}/financements/${i + 1}/verse_le`,
            contre: [start.chemin],
            message: `« ${financeur} » verse son aide à « ${titre} » ${leJour(paid)}, avant que le projet n’ait commencé (${leJour(start.date)}).`,
            issue: 'Corrigez une des deux dates.',
          },
        ];
      }),
    ),
};

const ATTEINTS: Readonly<Record<'oui' | 'partiel' | 'non', string>> = {
  oui: 'atteint',
  partiel: 'atteint en partie',
  non: 'non atteint',
};

export const objectifDeuxFois: RegleCoherence = {
  code: 'objectif-deux-fois',
  gravite: 'attention',
  titre: 'Le même objectif est dit atteint, et ne l’est pas.',
  explication:
    'Un objectif d’un projet a un seul constat (« constats_objectifs ») : deux qui ne disent pas la même chose (« atteint ») laissent le bilan compter l’un ou l’autre.',
  livrables: ['fiches-projets', 'bilan'],
  verifier: ({ study: { projets } }) =>
    projets.flatMap(({ id, titre, objectifs, constats_objectifs: met = [] }) =>
      met.flatMap(({ objectif, atteint }, i): Contradiction[] => {
        const first = met.findIndex((one) => one.objectif === objectif);
        const before = met[first];
        if (first === i || !before || before.atteint === atteint) return [];
        return [
          {
            chemin: `projets/${id}/constats_objectifs/${i + 1}`,
            contre: [`projets/${id}/constats_objectifs/${first + 1}`],
            message: `l’objectif « ${objectifs[objectif - 1] ?? objectif} » de « ${titre} » est dit ${ATTEINTS[before.atteint]}, puis ${ATTEINTS[atteint]}.`,
            issue: 'Gardez un seul des deux constats.',
          },
        ];
      }),
    ),
};

export const MOYENS_DES_PROJETS = [
  joursAuDelaDeLaDuree,
  seancesAuDelaDesJours,
  projetSansPartPropre,
  verseAvantLeProjet,
  objectifDeuxFois,
] as const;
