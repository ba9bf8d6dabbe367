/** Findings about the actors, the tools and the experiences elsewhere. */
import { garder, nue, type PartiesConstats } from './constats-chapitre.js';
import type { Constat } from './constats-types.js';

export function acteurs({ acteurs: a, outils }: PartiesConstats): Constat[] {
  const total = a.liste.length;
  const niveau = (id: string) => a.engagement.find((e) => e.id === id)?.acteurs.length ?? 0;
  const dispo = (id: string) => outils.parDisponibilite.find((d) => d.id === id)?.nombre ?? 0;
  const moins = total > 0 ? [...a.parFonction].sort((x, y) => x.nombre - y.nombre)[0] : undefined;
  const associer = a.quadrants.find((q) => q.quadrant === 'associer')?.acteurs ?? [];
  return garder([
    {
      code: 'acteurs-volume',
      exhibit: 'acteurs-engagement',
      nombre: total,
      engages: niveau('engage'),
      volontaires: niveau('volontaire'),
    },
    moins && {
      code: 'fonction-moins-servie',
      exhibit: 'couverture-fonctions-domaines',
      fonction: nue(moins),
      nombre: moins.nombre,
      total,
    },
    total > 0 &&
      a.vides.length > 0 && {
        code: 'fonctions-domaines-vides',
        exhibit: 'acteurs-fonctions-domaines',
        nombre: a.vides.length,
        cases: a.vides,
      },
    associer.length > 0 && {
      code: 'acteurs-a-associer',
      exhibit: 'interet-influence',
      nombre: associer.length,
      noms: associer.map((x) => x.court),
    },
    outils.liste.length > 0 && {
      code: 'outils-disponibles',
      exhibit: 'outils-mobilisables',
      existants: dispo('existant'),
      aAdapter: dispo('a-adapter'),
      aCreer: dispo('a-creer'),
      total: outils.liste.length,
    },
    total > 0 &&
      a.isoles.length > 0 && { code: 'acteurs-isoles', exhibit: 'acteurs-liens', nombre: a.isoles.length, total },
  ]);
}

export function experiences({ experiences: e }: PartiesConstats): Constat[] {
  const best = e.plusTransferable;
  return garder([
    {
      code: 'experiences-retenues',
      exhibit: 'experiences-comparees',
      retenues: e.retenues.length,
      etudiees: e.liste.length,
      noms: e.retenues.map((x) => x.nom),
    },
    best &&
      best.transferabilite !== null && {
        code: 'experience-plus-transferable',
        exhibit: 'experiences-transferabilite',
        nom: best.nom,
        note: best.transferabilite,
      },
    e.communs.modalites.length + e.communs.fonctions.length > 0 && {
      code: 'experiences-communs',
      exhibit: 'comparaison-experiences',
      modalites: e.communs.modalites,
      fonctions: e.communs.fonctions,
    },
  ]);
}
