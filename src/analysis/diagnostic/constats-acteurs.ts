/** Findings about the actors, the tools and the experiences elsewhere. */
import { itemOf } from '../../lists/at.js';
import { seulDernier } from '../superlatifs.js';
import { garder, nue, type PartiesConstats } from './constats-chapitre.js';
import type { Constat } from './constats-types.js';

export function acteurs({ acteurs: a, outils, oublis, preuves }: PartiesConstats): Constat[] {
  const total = a.liste.length;
  const niveau = (id: string) => itemOf(a.engagement, id).acteurs.length;
  const dispo = (id: string) => itemOf(outils.parDisponibilite, id).nombre;
  const moins = total > 0 ? seulDernier(a.parFonction, (f) => f.nombre) : null;
  return garder(preuves, [
    {
      code: 'acteurs-volume',
      exhibits: ['engagement-acteurs'],
      nombre: total,
      engages: niveau('engage'),
      volontaires: niveau('volontaire'),
      maitre: a.maitreEngage,
      presumes: a.liste.filter(
        ({ engagement, engagementPresume }) =>
          engagementPresume && (engagement === 'engage' || engagement === 'volontaire'),
      ).length,
    },
    oublis.jamaisContactes > 0 && {
      code: 'jamais-contactes',
      exhibits: ['engagement-acteurs'],
      nombre: oublis.jamaisContactes,
      total,
      surtout: oublis.jamaisContactes * 2 >= total,
    },
    moins && {
      code: 'fonction-moins-servie',
      exhibits: ['couverture-fonctions-domaines'],
      fonction: nue(moins),
      nombre: moins.nombre,
      total,
    },
    total > 0 &&
      a.vides.length > 0 && {
        code: 'fonctions-domaines-vides',
        exhibits: ['couverture-fonctions-domaines'],
        nombre: a.vides.length,
        cases: a.vides,
      },
    // Where no sheet tells it, there is nothing to share out.
    dispo('existant') + dispo('a-adapter') + dispo('a-creer') > 0 && {
      code: 'outils-disponibles',
      exhibits: ['outils-mobilisables'],
      existants: dispo('existant'),
      aAdapter: dispo('a-adapter'),
      aCreer: dispo('a-creer'),
      total: outils.liste.length,
    },
    total > 0 &&
      a.isoles.length > 0 && {
        code: 'acteurs-isoles',
        exhibits: ['acteurs-liens'],
        nombre: a.isoles.length,
        total,
        plupart: a.isoles.length * 2 > total,
      },
  ]);
}

export function experiences({ experiences: e, preuves }: PartiesConstats): Constat[] {
  const note = e.plusTransferables[0]?.transferabilite ?? null;
  return garder(preuves, [
    {
      code: 'experiences-retenues',
      exhibits: ['experiences-comparees'],
      retenues: e.retenues.length,
      etudiees: e.liste.length,
      noms: e.retenues.map((x) => x.nom),
    },
    note !== null && {
      code: 'experiences-plus-transferables',
      exhibits: ['experiences-transferabilite'],
      noms: e.plusTransferables.map((x) => x.nom),
      note,
      seule: e.retenues.length === 1,
      toutes: e.plusTransferables.length > 1 && e.plusTransferables.length === e.retenues.length,
    },
    e.communs.modalites.length + e.communs.fonctions.length > 0 && {
      code: 'experiences-communs',
      exhibits: ['experiences-comparees'],
      modalites: e.communs.modalites,
      fonctions: e.communs.fonctions,
    },
  ]);
}
