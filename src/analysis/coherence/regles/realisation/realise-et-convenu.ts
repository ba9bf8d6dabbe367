/** What the year gave, against what was agreed for it: gaps that nobody explains, money received beyond its conventions, days promised twice, conventions that end before the year. */
import type { Study } from '../../../../study/study.js';
import { compte } from '../../../../texte/accords.js';
import { auJour, leJour, MOIS_PAR_AN, moisAbsolu, moisEcrit } from '../../../../texte/dates.js';
import { euros, nombreFr } from '../../../../texte/nombres.js';
import { montantProbable } from '../../../montants.js';
import { analyserDispositif, type LigneDispositif } from '../../../projets/dispositif.js';
import { scenarioDecrit } from '../../../scenarios/decrit.js';
import { cheminConvention } from '../../chemins.js';
import { depasse, joursDesPartenaires, quantite } from '../../quantites.js';
import type { Contradiction, RegleCoherence } from '../../regle.js';

type Mode = NonNullable<Study['mode_operatoire']>;

/** Beyond half as much again, or under half, of what was planned. */
const ECART_A_EXPLIQUER = 0.5;

const cheminDe = (conventions: NonNullable<Mode['conventions']>, index: number): string =>
  cheminConvention(conventions[index]?.id, index);

/** Whether accounts of `mois` months pass by half what that time may take, or, once the year is over, stay under half of the year. Money and days are not even within a year. */
function ecarte(prevu: number, realise: number, mois: number): boolean {
  const annees = mois / MOIS_PAR_AN;
  const most = prevu * Math.max(1, annees);
  return (
    prevu > 0 &&
    (depasse(realise - most, ECART_A_EXPLIQUER * most) ||
      (annees >= 1 && depasse(prevu - realise, ECART_A_EXPLIQUER * prevu)))
  );
}

/** A line of the accounts: its place, the place of what was planned, what it is, and how its figures are written. */
interface Compte {
  liste: 'depenses' | 'recettes' | 'jours';
  rang: number;
  contre: string;
  sujet: string;
  ligne: LigneDispositif;
  /** Months that the accounts cover. */
  mois: number;
  ecrire: (value: number) => string;
}

function comptes(study: Study, mode: Mode, acteur: (id: string) => string): Compte[] {
  const { realise, conventions = [], scenario } = mode;
  const done = analyserDispositif(study);
  if (!realise || !done) return [];
  // What is planned is of that time, or of a year.
  const mois = done.aLaDuree ? MOIS_PAR_AN : (done.mois ?? MOIS_PAR_AN);
  const explained = new Set(conventions.flatMap(({ partenaire, motif }) => (motif === undefined ? [] : [partenaire])));
  return [
    ...done.depenses.map(
      (ligne): Compte => ({
        liste: 'depenses',
        rang: realise.depenses?.findIndex(({ nature }) => nature === ligne.nature) ?? -1,
        contre: `scenarios/${scenario}/moyens`,
        sujet: `dépense « ${ligne.libelle} »`,
        ligne,
        mois,
        ecrire: euros,
      }),
    ),
    ...done.recettes.map(
      (ligne): Compte => ({
        liste: 'recettes',
        rang: realise.recettes?.findIndex(({ financement }) => financement === ligne.financement) ?? -1,
        contre: `scenarios/${scenario}/financements/${ligne.financement}`,
        sujet: `recette « ${ligne.libelle} »`,
        ligne,
        mois,
        ecrire: euros,
      }),
    ),
    ...done.jours
      // Why a convention was not signed tells why fewer days were given, not more.
      .filter((ligne) => !explained.has(ligne.acteur) || Number(ligne.realise) > ligne.prevu)
      .map((ligne): Compte => {
        const agreed = conventions.findIndex((one) => one.partenaire === ligne.acteur && one.jours_an);
        return {
          liste: 'jours',
          rang: realise.jours?.findIndex((one) => one.acteur === ligne.acteur) ?? -1,
          contre: agreed < 0 ? `scenarios/${scenario}` : cheminDe(conventions, agreed),
          sujet: `jours de ${acteur(ligne.acteur)}`,
          ligne,
          mois,
          // Days are written by halves.
          ecrire: (days) => compte(Math.round(2 * days) / 2, 'jour'),
        };
      }),
  ];
}

export const ecartSansExplication: RegleCoherence = {
  code: 'ecart-sans-explication',
  gravite: 'attention',
  titre: 'Le réalisé s’écarte de plus de moitié du prévu, et rien ne dit pourquoi.',
  explication:
    'Une dépense ou une recette que le budget ne prévoyait pas, ou une dépense, une recette ou des jours faits (« realise ») à plus de 50 % au-dessus ou au-dessous de ce que le scénario ou la convention prévoyait demandent un « commentaire ». Le prévu est celui d’un an : des comptes plus longs s’y rapportent au prorata des mois ; plus courts, ils ne sont comparés qu’au-dessus. Le « motif » d’une convention explique les jours de son partenaire.',
  livrables: ['bilan'],
  verifier: ({ study, acteur }) =>
    (study.mode_operatoire ? comptes(study, study.mode_operatoire, acteur) : []).flatMap(
      ({ liste, rang, contre, sujet, ligne: { prevu, realise, commentaire }, mois, ecrire }): Contradiction[] =>
        rang < 0 ||
        realise === null ||
        commentaire !== null ||
        // Days that nothing foresaw are those of who came besides.
        !(ecarte(prevu, realise, mois) || (liste !== 'jours' && prevu === 0 && realise > 0))
          ? []
          : [
              {
                chemin: `mode_operatoire/realise/${liste}/${rang + 1}`,
                contre: [contre],
                message: `${sujet} : ${ecrire(realise)} ${mois > MOIS_PAR_AN ? `en ${compte(mois, 'mois', 'mois')}, pour ${ecrire(prevu)} prévus par an` : `au lieu de ${ecrire(prevu)}`}, et rien n’explique l’écart.`,
                issue: 'Dites d’où vient l’écart, ou corrigez le chiffre.',
                saisie: 'L’explication s’écrit « commentaire: … » sur la ligne du réalisé.',
              },
            ],
    ),
};

export const recuAuDelaDesConventions: RegleCoherence = {
  code: 'recu-au-dela-des-conventions',
  gravite: 'attention',
  titre: 'Une recette reçue dépasse les conventions qui l’ont promise.',
  explication:
    'Ce qui a été reçu d’un financement (« realise.recettes ») ne dépasse pas la somme des conventions reçues qui le portent (« sens: recu », « financement »), à un euro près. La règle ne vaut que si chacune écrit son montant.',
  livrables: ['bilan'],
  verifier: ({ study }) => {
    const { conventions = [], realise } = study.mode_operatoire ?? {};
    const scenario = scenarioDecrit(study);
    return (realise?.recettes ?? []).flatMap(({ financement, montant }, i): Contradiction[] => {
      const own = conventions.flatMap((one, index) =>
        one.sens === 'recu' && one.financement === financement ? [{ index, promis: montantProbable(one.montant) }] : [],
      );
      const [first, ...others] = own.map(({ index }) => cheminDe(conventions, index));
      const promised = own.reduce<number | null>(
        (sum, { promis }) => (sum === null || promis === null ? null : sum + promis),
        0,
      );
      if (!first || promised === null || !depasse(montant - promised, 1)) return [];
      const libelle = scenario?.financements.find(({ id }) => id === financement)?.libelle ?? financement;
      return [
        {
          chemin: `mode_operatoire/realise/recettes/${i + 1}/montant`,
          contre: [first, ...others],
          message: `« ${libelle} » a donné ${euros(montant)} ; les conventions qui la portent en promettent ${euros(promised)}.`,
          issue: 'Corrigez la recette, ou les montants des conventions.',
        },
      ];
    });
  },
};

/** Between the end of a convention and that of the year, so many months pass unseen: conventions are seldom signed on the same day. */
const MOIS_TOLERES = 2;

export const conventionTropCourte: RegleCoherence = {
  code: 'convention-trop-courte',
  gravite: 'attention',
  titre: 'Une convention finit avant l’expérimentation pour laquelle elle est passée.',
  explication:
    'Une convention qui donne des jours (« jours_an ») dure, de son effet (« effet », à défaut « signee_le » ou « signature_prevue ») et pour « duree_mois », jusqu’à la fin de l’expérimentation, à deux mois près : au-delà, les jours du partenaire ne reposent plus sur rien.',
  livrables: ['mode-operatoire', 'bilan'],
  verifier: ({ study, acteur }) => {
    const { conventions = [], experimentation } = study.mode_operatoire ?? {};
    const end = experimentation?.fin;
    if (end === undefined) return [];
    return conventions.flatMap((one, i): Contradiction[] => {
      const signed = one.effet ?? one.signee_le ?? one.signature_prevue;
      if (!one.jours_an || signed === undefined || one.duree_mois === undefined) return [];
      const last = moisAbsolu(signed) + one.duree_mois;
      if (moisAbsolu(end) - last <= MOIS_TOLERES) return [];
      return [
        {
          chemin: `${cheminDe(conventions, i)}/duree_mois`,
          contre: ['mode_operatoire/experimentation/fin'],
          message: `la convention avec ${acteur(one.partenaire)}, de ${compte(one.duree_mois, 'mois', 'mois')}, finit ${leJour(moisEcrit(last))} ; l’expérimentation va jusqu’${auJour(end)}.`,
          issue: 'Allongez la convention, ou prévoyez celle qui la suit.',
          saisie: 'Celle qui la suit s’ajoute à « conventions » (mode-operatoire.yaml), avec le même « partenaire ».',
        },
      ];
    });
  },
};

export const joursPromisAuxProjets: RegleCoherence = {
  code: 'jours-promis-aux-projets',
  gravite: 'attention',
  titre: 'Un partenaire promet aux projets plus de jours qu’il n’en donne en tout.',
  explication:
    'Les jours qu’un partenaire promet aux projets (« partenaires.jours_prevus » de leurs fiches) sont compris dans ceux de sa convention, à défaut dans ceux que le scénario compte de lui (« jours_an »).',
  livrables: ['mode-operatoire', 'fiches-projets'],
  verifier: ({ study, acteur }) => {
    const { conventions = [] } = study.mode_operatoire ?? {};
    const scenario = scenarioDecrit(study);
    return (scenario?.partenaires ?? []).flatMap(({ acteur: id, jours_an: counted }): Contradiction[] => {
      const agreed = conventions.findIndex((one) => one.partenaire === id && one.jours_an);
      const held = conventions[agreed]?.jours_an ?? quantite(counted);
      const own = study.projets
        .flatMap((projet) => joursDesPartenaires(projet, 'jours_prevus'))
        .filter((one) => one.acteur === id);
      const total = own.reduce((sum, one) => sum + one.jours, 0);
      const [first, ...others] = own.map((one) => one.chemin);
      if (!first || held === 0 || !depasse(total - held, 0)) return [];
      return [
        {
          chemin: first,
          contre: [
            agreed < 0 ? `scenarios/${scenario?.id ?? ''}/partenaires/${id}` : cheminDe(conventions, agreed),
            ...others,
          ],
          message: `${acteur(id)} promet ${compte(total, 'jour')} aux projets, d’après leurs fiches ; ${agreed < 0 ? 'le scénario' : 'sa convention'} en compte ${nombreFr(held)} par an.`,
          issue: 'Réduisez les jours promis aux projets, ou augmentez ceux du partenaire.',
        },
      ];
    });
  },
};

export const REALISE_ET_CONVENU = [
  conventionTropCourte,
  joursPromisAuxProjets,
  recuAuDelaDesConventions,
  ecartSansExplication,
] as const;
