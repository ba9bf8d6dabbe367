/** The findings of each chapter, the most telling first: typed values that the templates turn into sentences. */
import type { Study } from '../../study/study.js';
import { SEUIL_PETITE_COMMUNE } from '../territoire.js';
import { acteurs, experiences } from './constats-acteurs.js';
import { garder, nue, type PartiesConstats, seulPremier } from './constats-chapitre.js';
import type { Constat, Constats } from './constats-types.js';
import { SEUIL_PEU_ENTENDU } from './participation.js';

function methode({ participation }: PartiesConstats): Constat[] {
  const { participants, parPublic, methodes, rencontres } = participation;
  const absents = parPublic.filter((p) => p.participants === 0);
  const peu = parPublic.filter((p) => p.participants > 0 && p.participants < SEUIL_PEU_ENTENDU);
  const inemployees = methodes.filter((m) => m.rencontres === 0);
  const premier = seulPremier(parPublic, (p) => p.participants);
  return garder([
    {
      code: 'personnes-entendues',
      exhibit: 'participation-publics',
      participants,
      rencontres: rencontres.length,
      methodes: methodes.filter((m) => m.rencontres > 0).map((m) => m.libelle),
    },
    premier && {
      code: 'public-le-plus-entendu',
      exhibit: 'participation-par-public',
      public: nue(premier),
      participants: premier.participants,
      total: participants,
    },
    absents.length > 0 && { code: 'publics-absents', exhibit: 'angles-morts', publics: absents.map(nue) },
    peu.length > 0 && {
      code: 'publics-peu-entendus',
      exhibit: 'angles-morts',
      publics: peu.map(nue),
      seuil: SEUIL_PEU_ENTENDU,
    },
    inemployees.length > 0 && { code: 'methodes-absentes', exhibit: 'angles-morts', methodes: inemployees.map(nue) },
  ]);
}

function territoire({ territoire: t }: PartiesConstats): Constat[] {
  const tries = [...t.perimetres].sort((a, b) => b.population - a.population);
  const grand = tries[0];
  const petit = tries.at(-1);
  return garder([
    {
      code: 'territoire-taille',
      exhibit: 'epci',
      communes: t.total.communes,
      population: t.total.population,
      epci: t.epci.length,
      densite: t.total.densite,
    },
    t.total.petites > 0 && {
      code: 'petites-communes',
      exhibit: 'epci',
      nombre: t.total.petites,
      communes: t.total.communes,
      seuil: SEUIL_PETITE_COMMUNE,
    },
    grand &&
      petit &&
      grand.population > petit.population && {
        code: 'perimetres-ecart',
        exhibit: 'perimetres',
        plusGrand: grand.libelle,
        plusPetit: petit.libelle,
        populationGrand: grand.population,
        populationPetit: petit.population,
      },
  ]);
}

function besoins(etude: Study, { besoins: b }: PartiesConstats): Constat[] {
  const total = b.liste.length;
  const premier = seulPremier(b.liste, (besoin) => besoin.poids);
  const poidsDe = (axe: 'domaines' | 'fonctions', id: string) =>
    b.liste.reduce(
      (sum, besoin) => sum + (besoin[axe].some((e) => e.id === id) ? besoin.poids / besoin[axe].length : 0),
      0,
    );
  const nombreDe = (axe: 'domaines' | 'fonctions', id: string) =>
    b.liste.filter((besoin) => besoin[axe].some((e) => e.id === id)).length;
  const domaine = seulPremier(etude.etude.domaines, (d) => poidsDe('domaines', d.id));
  const fonction = seulPremier(etude.etude.fonctions, (f) => poidsDe('fonctions', f.id));
  const [pire] = b.nonCouverts;
  return garder([
    total > 0 && {
      code: 'couverture',
      exhibit: 'besoins-couverture',
      couverts: b.niveaux.couvert,
      partiels: b.niveaux.partiel,
      nonCouverts: b.niveaux['non-couvert'],
      total,
    },
    premier && {
      code: 'besoin-premier',
      exhibit: 'besoins-couverture',
      besoin: premier.libelle,
      public: premier.public,
      importance: premier.importance,
      mentions: premier.mentions,
    },
    domaine && {
      code: 'domaine-premier',
      exhibit: 'matrice-besoins',
      domaine: nue(domaine),
      nombre: nombreDe('domaines', domaine.id),
      total,
    },
    fonction && {
      code: 'fonction-premiere',
      exhibit: 'besoins-inventaire',
      fonction: nue(fonction),
      nombre: nombreDe('fonctions', fonction.id),
      total,
    },
    pire && {
      code: 'besoins-non-couverts',
      exhibit: 'besoins-non-couverts',
      nombre: b.nonCouverts.length,
      premier: pire.libelle,
      public: pire.public,
    },
  ]);
}

function actions({ actions: a }: PartiesConstats): Constat[] {
  const total = a.liste.length;
  const domaine = seulPremier(a.parDomaine, (d) => d.nombre);
  const porteur = seulPremier(a.parPorteur, (p) => p.nombre);
  const vides = a.parDomaine.filter((d) => d.nombre === 0);
  return garder([
    {
      code: 'actions-volume',
      exhibit: 'actions-par-annee',
      nombre: total,
      premiereAnnee: a.premiereAnnee,
      derniereAnnee: a.derniereAnnee,
    },
    a.indicatives.length > 0 && {
      code: 'precedents',
      exhibit: 'actions-indicatives',
      avec: a.avecPrecedent,
      total: a.indicatives.length,
      sans: a.sansPrecedent,
    },
    total > 0 &&
      vides.length > 0 && { code: 'domaines-sans-action', exhibit: 'actions-par-domaine', domaines: vides.map(nue) },
    domaine && {
      code: 'domaine-le-plus-actif',
      exhibit: 'actions-par-domaine',
      domaine: nue(domaine),
      nombre: domaine.nombre,
      total,
    },
    total > 0 &&
      a.cout.inconnus > 0 && {
        code: 'couts-inconnus',
        exhibit: 'actions-par-domaine',
        connus: a.cout.connus,
        inconnus: a.cout.inconnus,
        total: a.cout.total,
      },
    porteur &&
      porteur.nombre > 1 && {
        code: 'porteur-principal',
        exhibit: 'actions-par-porteur',
        porteur: porteur.libelle,
        nombre: porteur.nombre,
        total,
      },
  ]);
}

export function analyserConstats(etude: Study, parties: PartiesConstats): Constats {
  const { completes, partielles, manquantes, exigences } = parties.conformite;
  const chapitres = {
    methode: methode(parties),
    territoire: territoire(parties),
    besoins: besoins(etude, parties),
    actions: actions(parties),
    acteurs: acteurs(parties),
    experiences: experiences(parties),
    synthese: garder([
      ...parties.synthese.map(
        (s): Constat => ({
          code: 'enjeu-domaine',
          exhibit: 'synthese-chiffres',
          domaine: nue(s),
          enjeu: s.enjeu,
          nonCouverts: s.chiffres.besoinsNonCouverts,
          partiels: s.chiffres.besoinsPartiels,
        }),
      ),
      exigences.length > 0 && {
        code: 'conformite',
        exhibit: 'conformite-contrat',
        completes,
        partielles,
        manquantes,
        total: exigences.length,
      },
    ]),
  };
  const { besoins: b, actions: a, acteurs: ac, experiences: x, methode: m } = chapitres;
  return {
    resume: [...m.slice(0, 1), ...b.slice(0, 2), ...a.slice(0, 2), ...ac.slice(0, 2), ...x.slice(0, 1)],
    ...chapitres,
  };
}
