/** « l’aide régionale à la plantation a apporté 11 920 € »: what a sentence says that a project received, against its plan of funding. */
import { sum } from 'd3-array';
import type { Study } from '../../../../study/study.js';
import { compte } from '../../../../texte/accords.js';
import { euros } from '../../../../texte/nombres.js';
import { quantiteProbable } from '../../../montants.js';
import { nomDuProjet } from '../../../projets/noms.js';
import { once } from '../../../une-fois.js';
import type { Dementi, Lecteur } from '../lecteur.js';
import { nomNu, propositions, valeurDe } from '../propositions.js';

const A_APPORTE =
  /^(?<qui>.+?) (?:(?<passe>a|ont) (?:apporte|verse|donne|accorde|attribue|alloue|paye)|apporte(?:nt)?|verse(?:nt)?) (?<n>\d[\d ]*(?:,\d+)?) ?(?:€|euros)(?: (?:au projet|en tout|au total))?$/;
export const DES_PROJETS = /^(?:projets|fiches-projets|bilan|evaluation)\b/;

interface Recette {
  projet: number;
  nom: string;
  prevu: number;
  obtenu: number | undefined;
  chemin: string;
  dit: string;
}

const recettesDe = ({ projets }: Study): Recette[] =>
  projets.flatMap((one, projet) =>
    (one.financements ?? []).map(({ financeur, prevu, obtenu }, i) => ({
      projet,
      nom: nomNu(financeur),
      prevu: quantiteProbable(prevu),
      obtenu,
      chemin: `projets/${one.id}/financements/${i + 1}`,
      dit: `« ${financeur} » ${obtenu === undefined ? `est prévu pour ${euros(quantiteProbable(prevu))}` : `a donné ${euros(obtenu)}`} à « ${nomDuProjet(one)} »`,
    })),
  );

export type LecteurDesProjets = Lecteur & {
  /** Amounts that one of this name gives to projects. */
  connus(nom: string): number[];
};

export function apportsDesProjets(study: Study): LecteurDesProjets {
  const all = once(() => recettesDe(study));
  const amounts = (own: readonly Recette[], passe: boolean): number[] => {
    const of = ({ prevu, obtenu }: Recette): number[] =>
      passe && obtenu !== undefined ? [obtenu] : [prevu, ...(obtenu === undefined ? [] : [obtenu])];
    const got = sum(own, ({ obtenu, prevu }) => obtenu ?? prevu);
    return [...own.flatMap(of), ...(passe ? [] : [sum(own, ({ prevu }) => prevu)]), got];
  };
  const lire: Lecteur = (phrase, ou) =>
    DES_PROJETS.test(ou)
      ? propositions(phrase).flatMap((part): Dementi[] => {
          const groups = A_APPORTE.exec(part)?.groups;
          const told = valeurDe(groups?.n);
          if (!groups || told === undefined) return [];
          const nom = nomNu(groups.qui ?? '');
          const rank = /^projets\/(\d+)/.exec(ou)?.[1];
          // « La commune » is one of a project in its own sheet alone.
          if (rank === undefined && !nom.includes(' ')) return [];
          const own = all().filter((one) => one.nom === nom && (rank === undefined || one.projet === Number(rank)));
          const [first] = own;
          if (
            !first ||
            amounts(own, groups.passe !== undefined).some((one) => Math.abs(one - told) <= Math.max(1, 0.01 * told))
          )
            return [];
          return [
            {
              valeur: told,
              dit: own.length > 1 ? `${compte(own.length, 'projet')} l’ont dans leur plan ; ${first.dit}` : first.dit,
              contre: [first.chemin],
            },
          ];
        })
      : [];
  return Object.assign(lire, {
    connus: (nom: string) =>
      amounts(
        all().filter((one) => one.nom === nomNu(nom) || one.nom.includes(nomNu(nom))),
        false,
      ),
  });
}
