/** What the sheets of projects say of the things that they are about: « deux mares restaurées sur trois », « le second toit est reporté ». */
import type { Projet } from '../../../../study/types.gen.js';
import { parJour } from '../../../../texte/dates.js';
import { phraseNue } from '../../../../texte/identifiant.js';
import { nombreFr } from '../../../../texte/nombres.js';
import { EN_LETTRES, memeMot, motsDe } from '../../../../texte/quantites-ecrites.js';
import { CRITERES_EVALUATION } from '../../../projets/criteres.js';
import { NOMBRE, valeurDe } from '../propositions.js';

/** How many of the things of a project are in a state; null where the sheet only says that one is. */
export interface Sort {
  projet: Projet;
  nom: string;
  participe: string;
  /** Which of them, in their order: « le second ». */
  rang?: string;
  combien: number | null;
  total: number | null;
  texte: string;
  chemin: string;
}

/** What is done to a thing, and stays so. */
const PARTICIPE =
  '(?:retenu|report|abandonn|restaur|refus|retir|detrui|equip|renov|repar|plant|install|ouver|ferm|livr|vendu|annul|suppri)[a-z]*';
const EST_UN_SORT = new RegExp(`^${PARTICIPE}$`);
const SUR = new RegExp(
  `\\b(?<k>${NOMBRE}) (?<nom>[a-z]{4,}?)s?(?: (?<avant>${PARTICIPE}))? sur (?<total>${EN_LETTRES}|\\d+)(?: (?:(?:est|sont|a ete|ont ete) )?(?<apres>${PARTICIPE}))?`,
);
const ORDINAL = '(?:premiere?|seconde?|deuxieme|troisieme|quatrieme|derniere?)';
/** A plain word of it: the pattern is long to try. */
const ORDRE = /premier|second|deuxieme|troisieme|quatrieme|dernier/;
const LE_SECOND = new RegExp(
  `(?:^|[.;:,] |\\b(?:le|la) )(?<rang>${ORDINAL}) (?<nom>[a-z]{4,}) (?:(?:est|a ete) )?(?<etat>${PARTICIPE})`,
);

const AUCUN = new RegExp(
  `(?:^|, )aucune? (?:des (?:${EN_LETTRES} )?)?(?<nom>[a-z]{4,})(?: [a-z]+)? (?:n'(?:est|a ete)|ne sera) (?<etat>${PARTICIPE})$`,
);
const TOUS = new RegExp(
  `(?:^|, )(?:(?:tous |toutes )?les (?<n>${EN_LETTRES}|\\d+) |(?:tous|toutes) les )(?<nom>[a-z]{4,})(?: [a-z]+es)? (?:sont|ont(?: bien| toutes| tous)? ete) (?<etat>${PARTICIPE})$`,
);

/** Texts of a sheet that say what became of things, each with its place. */
function textesDe({ id, suivi = [], avis, analyse, evaluation = {} }: Projet): { texte: string; chemin: string }[] {
  const at = `projets/${id}`;
  return [
    ...(analyse?.faisabilite === undefined
      ? []
      : [{ texte: analyse.faisabilite, chemin: `${at}/analyse/faisabilite` }]),
    ...suivi.flatMap(({ constats, ajustements }, i) =>
      [constats, ajustements].flatMap((texte) =>
        texte === undefined ? [] : [{ texte, chemin: `${at}/suivi/${i + 1}` }],
      ),
    ),
    ...CRITERES_EVALUATION.flatMap(({ id: critere }) => {
      const texte = evaluation[critere]?.commentaire;
      return texte === undefined ? [] : [{ texte, chemin: `${at}/evaluation/${critere}/commentaire` }];
    }),
    ...(avis === undefined ? [] : [{ texte: avis, chemin: `${at}/avis` }]),
  ];
}

/** « Mares restaurées », of which two are of the three aimed at. */
const mesuresDe = (projet: Projet): Sort[] =>
  (projet.indicateurs ?? []).flatMap(({ libelle, unite, initial, cible, mesures = [] }, i): Sort[] => {
    const value = parJour(mesures).at(-1)?.valeur;
    const [nom, participe] = motsDe(libelle);
    if (value === undefined || initial !== 0 || cible === undefined || nom === undefined || participe === undefined)
      return [];
    return memeMot(nom, motsDe(unite)[0] ?? '') && EST_UN_SORT.test(participe)
      ? [
          {
            ...{ projet, nom, participe, combien: value, total: Math.max(cible, value) },
            texte: `${libelle} : ${nombreFr(value)} sur ${nombreFr(cible)}`,
            chemin: `projets/${projet.id}/indicateurs/${i + 1}/mesures`,
          },
        ]
      : [];
  });

/** The noun of which a place is so many: « Quatre fermes du territoire ». */
export const choseDuLieu = ({ lieu = '' }: Projet): string => /^\S+ ([a-z]{4,})/.exec(phraseNue(lieu))?.[1] ?? '';

/** The beginnings of what is done to things, for the sentences that may say it. */
export const DEBUTS_DES_SORTS = PARTICIPE.slice(3, PARTICIPE.indexOf(')')).split('|');

export function sortsDe(projet: Projet): Sort[] {
  const dits = textesDe(projet).flatMap(({ texte, chemin }) =>
    texte.split(/(?<=[.;]) /).flatMap((one): Sort[] => {
      const plain = phraseNue(one);
      const { k, nom, avant, apres, total } = (plain.includes(' sur ') ? SUR.exec(plain)?.groups : null) ?? {};
      const [combien, tout, etat] = [valeurDe(k), valeurDe(total), avant ?? apres];
      const clean = one.replace(/[.;]$/, '');
      if (nom !== undefined && etat !== undefined && combien !== undefined && tout !== undefined)
        return [{ projet, nom, participe: etat, combien, total: tout, texte: clean, chemin }];
      const second = ORDRE.test(plain) ? LE_SECOND.exec(plain)?.groups : undefined;
      return second?.nom === undefined || second.etat === undefined
        ? []
        : [
            {
              ...{ projet, nom: second.nom, participe: second.etat, rang: rangDe(second.rang) },
              ...{ combien: null, total: null, texte: clean, chemin },
            },
          ];
    }),
  );
  return [...dits, ...mesuresDe(projet)];
}

/** « second » is « deuxième ». */
const rangDe = (ordinal = ''): string => (ordinal.startsWith('second') ? 'deux' : ordinal.slice(0, 4));

/** What is done to a thing that was given up. */
const RENONCE = /^(?:abandonn|report|refus|retir|annul|suppri)/;
const LE_SECOND_EST = new RegExp(
  `(?:^|, )(?:le|la) (?<rang>${ORDINAL}) (?<nom>[a-z]{4,}) (?:a ete|est)(?: bien| finalement)? (?<etat>${PARTICIPE})$`,
);

/** « la troisième mare a été restaurée », which its sheet says abandoned; undefined where it says nothing of it. */
export function secondDementi(part: string, sorts: () => readonly Sort[]): Sort | undefined {
  const { rang, nom = '', etat = '' } = (/ (?:est|ete) /.test(part) ? LE_SECOND_EST.exec(part)?.groups : null) ?? {};
  return rang === undefined || RENONCE.test(etat)
    ? undefined
    : sorts().find((one) => one.rang === rangDe(rang) && memeMot(one.nom, nom) && RENONCE.test(one.participe));
}

/** What a part of a sentence says of none of some things, or of all of them. */
export function choixDesParticipes(
  part: string,
): { nom: string; participe: string; tous: boolean; nombre: number | undefined } | null {
  const none = part.includes('aucun') ? AUCUN.exec(part)?.groups : undefined;
  const all = none ?? (/(?:sont|ete) /.test(part) ? TOUS.exec(part)?.groups : undefined);
  if (all?.nom === undefined || all.etat === undefined) return null;
  return { nom: all.nom.replace(/s$/, ''), participe: all.etat, tous: none === undefined, nombre: valeurDe(all.n) };
}
