/** The findings of each chapter, the most telling first: typed values that the templates turn into sentences. */
import type { Study } from '../../study/study.js';
import type { StudyAt } from '../dates.js';
import { premierDePlusieurs, premiersDe, seulPremier } from '../superlatifs.js';
import { SEUIL_PETITE_COMMUNE } from '../territoire.js';
import { acteurs, experiences } from './constats-acteurs.js';
import { garder, nue, type PartiesConstats } from './constats-chapitre.js';
import type { CodeConstat, Constat, Constats } from './constats-types.js';
import { parNombre } from './oublis.js';
import { estPeuEntendu, SEUIL_PEU_ENTENDU } from './participation.js';
import type { PerimetreResume } from './types.js';
import type { BesoinAnalyse } from './types-besoins.js';

function methode({ participation, preuves }: PartiesConstats): Constat[] {
  const { participations, questionnaires, parPublic, methodes, rencontres } = participation;
  const sansPublic = participation.sansPublic.participants;
  const absents = parPublic.filter((p) => p.participations === 0);
  const peu = parPublic.filter(estPeuEntendu);
  const inemployees = methodes.filter((m) => m.rencontres === 0);
  const premier = premierDePlusieurs(parPublic, (p) => p.participations);
  return garder(preuves, [
    {
      code: 'participations',
      exhibits: ['participation-publics'],
      participations,
      sansPublic,
      questionnaires: questionnaires.reponses,
      rencontres: rencontres.length,
      methodes: methodes.filter((m) => m.rencontres > 0).map((m) => m.libelle),
    },
    premier && {
      code: 'public-le-plus-entendu',
      exhibits: ['participation-publics'],
      public: nue(premier),
      participations: premier.participations,
      total: participations,
    },
    // That nobody was heard is one finding, which says all of these.
    absents.length > 0 &&
      participations > 0 && {
        code: 'publics-absents',
        exhibits: ['angles-morts'],
        publics: absents.map(nue),
        sansPublic,
      },
    peu.length > 0 && {
      code: 'publics-peu-entendus',
      exhibits: ['angles-morts'],
      publics: peu.map(nue),
      seuil: SEUIL_PEU_ENTENDU,
    },
    inemployees.length > 0 &&
      participations > 0 && { code: 'methodes-absentes', exhibits: ['angles-morts'], methodes: inemployees.map(nue) },
  ]);
}

/** A perimeter is as populous as its official total says, where there is one. */
const habitants = ({ officiel, population }: PerimetreResume): number => officiel?.population ?? population;

function territoire({ territoire: t, preuves }: PartiesConstats): Constat[] {
  const tries = t.perimetres.filter(({ memeQue }) => memeQue === null).sort((a, b) => habitants(b) - habitants(a));
  const [grand, petit] = [tries[0], tries.at(-1)];
  return garder(preuves, [
    {
      code: 'territoire-taille',
      exhibits: ['epci'],
      communes: t.total.communes,
      population: t.total.population,
      epci: t.epci.length,
      densite: t.total.densite,
    },
    t.total.petites > 0 &&
      t.total.communes > 1 && {
        code: 'petites-communes',
        exhibits: ['epci'],
        nombre: t.total.petites,
        communes: t.total.communes - t.total.sansPopulation,
        inconnues: t.total.sansPopulation,
        seuil: SEUIL_PETITE_COMMUNE,
      },
    grand &&
      petit &&
      habitants(grand) > habitants(petit) && {
        code: 'perimetres-ecart',
        exhibits: ['perimetres'],
        plusGrand: grand.libelle,
        plusPetit: petit.libelle,
        populationGrand: habitants(grand),
        populationPetit: habitants(petit),
      },
  ]);
}

/** The tables of the publics that these needs are of. */
const tablesDe = (besoins: readonly BesoinAnalyse[]): string[] => [
  ...new Set(besoins.map(({ public: { id } }) => `besoins-${id}`)),
];

/** Of one need alone, its table tells the domain and the function. */
function besoins(etude: Study, { besoins: b, acteurs, oublis, preuves }: PartiesConstats): Constat[] {
  const { parPart, parNombre, change } = b.echantillon;
  const [total, [premier, ...egaux]] = [b.liste.length, parPart];
  const poidsDe = (axe: 'domaines' | 'fonctions', id: string) =>
    b.liste.reduce(
      (sum, besoin) => sum + (besoin[axe].some((e) => e.id === id) ? besoin.poids / besoin[axe].length : 0),
      0,
    );
  const nombreDe = (axe: 'domaines' | 'fonctions', id: string) =>
    b.liste.filter((besoin) => besoin[axe].some((e) => e.id === id)).length;
  const { domaines, fonctions } = total > 1 ? etude.etude : { domaines: [], fonctions: [] };
  const domaine = premierDePlusieurs(domaines, (d) => poidsDe('domaines', d.id));
  const fonction = premierDePlusieurs(fonctions, (f) => poidsDe('fonctions', f.id));
  const parPoids = seulPremier(domaines, (d) => nombreDe('domaines', d.id))?.id !== domaine?.id;
  return garder(preuves, [
    total > 0 && {
      code: 'couverture',
      exhibits: ['couverture-par-public'],
      couverts: b.niveaux.couvert,
      partiels: b.niveaux.partiel,
      nonCouverts: b.niveaux['non-couvert'],
      total,
    },
    premier &&
      egaux.length === 0 && {
        code: 'besoin-premier',
        // Where its note and its citations are read, and those of what numbers alone would put first.
        exhibits: tablesDe([premier, ...(change ? parNombre : [])]),
        besoin: premier.libelle,
        public: premier.public,
        importance: premier.importance,
        mentions: premier.mentions,
        base: premier.base,
        autrement: change ? parNombre.map(({ libelle }) => libelle) : [],
      },
    egaux.length > 0 && {
      code: 'besoins-premiers',
      exhibits: tablesDe(parPart),
      besoins: parPart.map(({ libelle }) => libelle),
    },
    oublis.publicsSansBesoinCouvert.length > 0 && {
      code: 'publics-sans-besoin-couvert',
      exhibits: ['couverture-par-public'],
      publics: oublis.publicsSansBesoinCouvert,
      tous: oublis.publicsSansBesoinCouvert.length > 1 && b.niveaux.couvert === 0,
      partiels: oublis.publicsSansBesoinCouvert.some(({ partiels }) => partiels > 0),
    },
    domaine && {
      code: 'domaine-premier',
      // Numbers are in the figures of the domains; weights alone, in the matrix.
      exhibits: [parPoids ? 'matrice-besoins' : 'synthese-chiffres'],
      domaine: nue(domaine),
      nombre: nombreDe('domaines', domaine.id),
      total,
      parPoids,
    },
    fonction && {
      code: 'fonction-premiere',
      // The figure that counts the needs of each function stands only where there are actors to set before them.
      exhibits: acteurs.liste.length > 0 ? ['offre-demande-fonctions'] : [],
      fonction: nue(fonction),
      nombre: nombreDe('fonctions', fonction.id),
      total,
      parPoids: seulPremier(fonctions, (f) => nombreDe('fonctions', f.id))?.id !== fonction.id,
    },
    b.nonCouverts.length > 0 && {
      code: 'besoins-non-couverts',
      exhibits: ['besoins-non-couverts'],
      nombre: b.nonCouverts.length,
      premiers: premiersDe(b.nonCouverts, ({ poids }) => poids),
      jugesNuls: b.nonCouverts.filter(({ couverture }) => couverture.cause === 'jugee-nulle').length,
    },
  ]);
}

function actions({ actions: a, oublis, preuves }: PartiesConstats): Constat[] {
  const total = a.liste.length;
  const domaine = total > 1 ? premierDePlusieurs(a.parDomaine, (d) => d.nombre) : null;
  const porteur = seulPremier(a.parPorteur, (p) => p.nombre);
  const vides = a.parDomaine.filter((d) => d.nombre === 0);
  return garder(preuves, [
    {
      code: 'actions-volume',
      exhibits: ['actions-liste', ...(a.apart.length > 0 ? ['actions-a-part'] : [])],
      nombre: total,
      apart: a.apart.length,
      plusLarges: a.plusLarges,
      nonDatees: a.nonDatees,
      premiereAnnee: a.premiereAnnee,
      derniereAnnee: a.derniereAnnee,
    },
    a.indicatives.length > 0 && {
      code: 'precedents',
      exhibits: ['actions-indicatives'],
      avec: a.avecPrecedent,
      total: a.indicatives.length,
      fragiles: a.precedentFragile,
      reserves: a.reservesFragiles,
      sans: a.sansPrecedent,
    },
    total > 0 &&
      vides.length > 0 && { code: 'domaines-sans-action', exhibits: ['actions-par-domaine'], domaines: vides.map(nue) },
    oublis.publicsPeuAtteints.length > 0 && {
      code: 'publics-peu-atteints',
      exhibits: ['actions-par-domaine'],
      peu: oublis.publicsPeuAtteints,
      plus: oublis.publicsPlusAtteints,
      groupes: parNombre(oublis.publicsPlusAtteints),
      aucun: oublis.publicsPeuAtteints.every(({ nombre }) => nombre === 0),
    },
    domaine && {
      code: 'domaine-le-plus-actif',
      exhibits: ['actions-par-domaine'],
      domaine: nue(domaine),
      nombre: domaine.nombre,
      total,
    },
    total > 0 &&
      a.cout.inconnus > 0 && {
        code: 'couts-inconnus',
        exhibits: ['actions-par-domaine'],
        connus: a.cout.connus,
        inconnus: a.cout.inconnus,
        total: a.cout.total,
      },
    porteur &&
      porteur.nombre > 1 && {
        code: 'porteur-principal',
        exhibits: ['actions-par-porteur'],
        porteur: porteur.libelle,
        nombre: porteur.nombre,
        total,
      },
  ]);
}

/** Domains beyond which the summary gives the stake of each, and the chapter what is lacking. */
const DOMAINES_EN_DETAIL = 5;

export function analyserConstats(etude: StudyAt, parties: PartiesConstats): Constats {
  const { completes, exemples, partielles, manquantes, exigences } = parties.conformite;
  const chapitres = {
    methode: methode(parties),
    territoire: territoire(parties),
    besoins: besoins(etude, parties),
    actions: actions(parties),
    acteurs: acteurs(parties),
    experiences: experiences(parties),
    synthese: garder(
      parties.preuves,
      [
        ...parties.synthese.map((s) => ({
          code: 'enjeu-domaine' as const,
          exhibits: ['synthese-chiffres'],
          domaine: nue(s),
          enjeu: s.enjeu,
          couverts: s.chiffres.besoinsCouverts,
          partiels: s.chiffres.besoinsPartiels,
          nonCouverts: s.chiffres.besoinsNonCouverts,
          besoins: s.chiffres.besoins,
          // Ten domains told in a line each are read; told in two, they are not.
          manques: parties.synthese.length > DOMAINES_EN_DETAIL ? [] : s.manques,
          place: s.place,
        })),
        exigences.length > 0 && {
          code: 'conformite',
          exhibits: ['conformite-contrat'],
          completes,
          exemples,
          partielles,
          manquantes,
          total: exigences.length,
        },
      ],
      parties.synthese.length + 1,
    ),
  };
  return {
    resume: RESUME.flatMap(
      (code) =>
        Object.values(chapitres)
          .flat()
          .find((constat) => constat.code === code) ?? [],
    ),
    ...chapitres,
  };
}

/** What the summary keeps, in its order: one sentence a subject, nothing said twice. */
const RESUME: readonly CodeConstat[] = [
  'participations',
  'besoin-premier',
  'besoins-premiers',
  'couverture',
  'publics-sans-besoin-couvert',
  'actions-volume',
  'precedents',
  'jamais-contactes',
  'outils-disponibles',
];
