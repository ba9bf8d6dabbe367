/** « l’aide régionale à la plantation a apporté 11 920 € »: what a sentence says that a project received, against its plan of funding. */
import { sum } from 'd3-array';
import type { Study } from '../../../../study/study.js';
import { compte } from '../../../../texte/accords.js';
import { euros } from '../../../../texte/nombres.js';
import { motsDe } from '../../../../texte/quantites-ecrites.js';
import { quantiteProbable } from '../../../montants.js';
import { nomDuProjet } from '../../../projets/noms.js';
import { once } from '../../../une-fois.js';
import type { Dementi, Lecteur } from '../lecteur.js';
import { projetsNommes } from '../noms-des-projets.js';
import { nomNu, propositions, valeurDe } from '../propositions.js';

const A_APPORTE =
  /^(?<qui>.+?) (?:(?<passe>a|ont) (?:apporte|verse|donne|accorde|attribue|alloue|paye)|apporte(?:nt)?|verse(?:nt)?) (?<n>\d[\d ]*(?:,\d+)?) ?(?:€|euros)(?: (?:au projet|en tout|au total)| (?:au|aux|a la|a l'|pour le|pour la|pour les|pour l') ?(?<cible>[a-z' -]+))?$/;
/** « le syndicat d’énergie a refusé son aide au jardin partagé ». */
const SON_AIDE =
  /^(?<qui>.+?) (?:a|ont) (?<dit>refuse|accorde|retire) (?:son|leur|l'|une) ?(?:aide|soutien|participation|subvention|concours) (?:au|aux|a la|a l'|pour le|pour la|pour les|pour l') ?(?<cible>[a-z' -]+)$/;
/** Bodies that give, where no line of the project has a word of them: « la Région », « l’agence de l’eau ». */
const FINANCEUR =
  /^(?:region|departement|etat|europe|conseil (?:regional|departemental)|agence |ademe|communaute |intercommunalite|commune$|syndicat |fondation|caisse |banque )/;
export const DES_PROJETS = /^(?:projets|fiches-projets|bilan|evaluation)\b/;

/** « régionale » is of the « région »; a « communauté » is no « commune ». */
function deMemeRacine(a: string, b: string): boolean {
  const [one, other] = [a.replace(/s$/, ''), b.replace(/s$/, '')];
  return one.startsWith(other) || other.startsWith(one);
}

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

/** What some givers of one name may be said to bring: each, or all of them; what was obtained, where it is past. */
const montantsDes = (own: readonly Recette[], passe: boolean): number[] => {
  const of = ({ prevu, obtenu }: Recette): number[] =>
    passe && obtenu !== undefined ? [obtenu] : [prevu, ...(obtenu === undefined ? [] : [obtenu])];
  const got = sum(own, ({ obtenu, prevu }) => obtenu ?? prevu);
  return [...own.flatMap(of), ...(passe ? [] : [sum(own, ({ prevu }) => prevu)]), got];
};

export type LecteurDesProjets = Lecteur & {
  /** Amounts that one of this name gives to projects. */
  connus(nom: string): number[];
};

export function apportsDesProjets(study: Study): LecteurDesProjets {
  const all = once(() => recettesDe(study));
  const lire: Lecteur = (phrase, ou) =>
    DES_PROJETS.test(ou)
      ? propositions(phrase).flatMap((part): Dementi[] => {
          const own = duProjet(study, all, part);
          if (own !== undefined) return own ? [own] : [];
          const groups = A_APPORTE.exec(part)?.groups;
          const told = valeurDe(groups?.n);
          if (!groups || told === undefined) return [];
          const nom = nomNu(groups.qui ?? '');
          const rank = /^projets\/(\d+)/.exec(ou)?.[1];
          // « La commune » is one of a project in its own sheet alone.
          if (rank === undefined && !nom.includes(' ')) return [];
          const lines = all().filter((one) => one.nom === nom && (rank === undefined || one.projet === Number(rank)));
          const [first] = lines;
          if (
            !first ||
            montantsDes(lines, groups.passe !== undefined).some(
              (one) => Math.abs(one - told) <= Math.max(1, 0.01 * told),
            )
          )
            return [];
          return [
            {
              valeur: told,
              dit:
                lines.length > 1 ? `${compte(lines.length, 'projet')} l’ont dans leur plan ; ${first.dit}` : first.dit,
              contre: [first.chemin],
            },
          ];
        })
      : [];
  return Object.assign(lire, {
    connus: (nom: string) =>
      montantsDes(
        all().filter((one) => one.nom === nomNu(nom) || one.nom.includes(nomNu(nom))),
        false,
      ),
  });
}

/** What is told of one project by its name, and who gives to it; undefined where nothing is. */
function duProjet(study: Study, all: () => readonly Recette[], part: string): Dementi | null | undefined {
  const said = / (?:au|aux|pour|a) /.test(part)
    ? (SON_AIDE.exec(part)?.groups ?? A_APPORTE.exec(part)?.groups)
    : undefined;
  const projet = said?.cible === undefined ? undefined : projetsNommes(study)(said.cible);
  if (!said || !projet) return undefined;
  const nom = nomNu(said.qui ?? '');
  const words = motsDe(nom);
  const own = all().filter(
    (one) =>
      study.projets[one.projet] === projet &&
      words.every((word) => motsDe(one.nom).some((other) => deMemeRacine(word, other))),
  );
  const [first] = own;
  if (!first) return personne(projet, nom);
  const told = valeurDe(said.n);
  if (told === undefined) {
    // Refused: nothing came of it; given: something did.
    const got = sum(own.flatMap(({ obtenu }) => obtenu ?? []));
    const known = own.every(({ obtenu }) => obtenu !== undefined);
    return known && (said.dit === 'accorde') !== got > 0 ? { dit: first.dit, contre: [first.chemin] } : null;
  }
  return montantsDes(own, said.passe !== undefined).some((one) => Math.abs(one - told) <= Math.max(1, 0.01 * told))
    ? null
    : { valeur: told, dit: first.dit, contre: [first.chemin] };
}

/** A body of which the plan of the project has nothing, by no word. */
function personne(projet: Study['projets'][number], nom: string): Dementi | null {
  const lines = projet.financements ?? [];
  const known = lines.flatMap(({ financeur }) => motsDe(financeur)).concat(motsDe(projet.porteur.designation));
  return lines.length === 0 ||
    !FINANCEUR.test(nom) ||
    motsDe(nom).some((word) => known.some((other) => deMemeRacine(word, other)))
    ? null
    : {
        dit: `le plan de financement de « ${nomDuProjet(projet)} » n’a rien de ce financeur`,
        contre: [`projets/${projet.id}/financements`],
      };
}
