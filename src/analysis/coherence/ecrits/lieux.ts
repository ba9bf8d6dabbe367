/** « Fontaine est une commune de la vallée »: the intercommunality, or the perimeter, in which a sentence puts a commune, against those of the data. */
import type { Study } from '../../../study/study.js';
import { phraseNue, sansArticle } from '../../../texte/identifiant.js';
import { debutDePhrase, finDePhrase } from '../../../texte/propos.js';
import { communesDe } from '../../territoire.js';
import { once } from '../../une-fois.js';
import { contientUn, type Dementi, type Lecteur } from './lecteur.js';

/** Denied, supposed, past or to come. */
const AUTRE =
  /\b(?:ne|pas|ni|si|aurai\w+|etait|etaient|ancienne?\w*|future?\w*|jusqu\w*|avant|depuis|demand\w*|souhait\w*|voudr\w*|autrefois|limitrophes?|voisines?)\b|\bn'|\b(?:19|20)\d\d\b/;
const DANS =
  /(?:,? (?:est )?(?:une )?commune (?:membre )?(?:de |du |d')|,? (?:est )?(?:situee? )?dans | fait partie (?:de |du |d')|,? (?:est )?membre (?:de |du |d')| appartient a |,? (?:est )?(?:situee? )?(?:hors |en dehors |a l'exterieur )(?:de |du |d'))(?:la |le |les |l')?(?:« )?/g;

const MOTS = [
  ' commune ',
  'fait partie d',
  'appartient à',
  'membre d',
  'hors d',
  'dehors d',
  'extérieur d',
  ', dans ',
  'est dans ',
  'située dans ',
  'situé dans ',
];

const PERIMETRE = /^(?:perimetre|territoire) (?:de |du |des |d')?(?:la |le |les |l')?(?:« )?/;

/** What may come before a commune that is the subject of its sentence. */
const SEULE =
  /^(?:(?:et|mais|or|car|donc) )?(?:l[ea]s? |l')?(?:(?:commune|ville|village|bourg)s? (?:de|d'|du|des)(?: l[ea]s?| l')?)?$/;

interface Ensemble {
  libelle: string;
  chemin: string;
  codes: ReadonlySet<string>;
}

export function lieuxEcrits({ territoire, acteurs }: Study): Lecteur {
  const { communes, epci = [], perimetres = [] } = territoire;
  // Made at the first sentence that puts something in a whole, then at the first that puts it in one of the study.
  const places = once(() => {
    const named = new Map<string, (typeof communes)[number] | null>();
    for (const one of communes)
      for (const nom of new Set([phraseNue(one.nom), sansArticle(one.nom)]))
        named.set(nom, named.has(nom) ? null : one);
    return named;
  });
  const wholes = once(() => {
    const named = new Map<string, Ensemble | null>();
    const add = (nom: string | undefined, whole: Ensemble): void => {
      if (nom === undefined) return;
      const plain = sansArticle(nom);
      const known = named.get(plain);
      // Two of one name are read for none.
      named.set(plain, known !== undefined && known?.chemin !== whole.chemin ? null : whole);
    };
    for (const { siren, nom, nom_court: court, acteur } of epci) {
      const codes = new Set(communes.flatMap((one) => (one.epci === siren ? [one.code] : [])));
      const whole = { libelle: nom, chemin: 'territoire/epci', codes };
      const own = acteurs.find(({ id }) => id === acteur);
      for (const one of [nom, court, own?.nom, own?.sigle]) add(one, whole);
    }
    for (const one of perimetres) {
      if (one.departements?.length) continue;
      const codes = new Set(communesDe(communes, one).map(({ code }) => code));
      // « Territoire du programme (quatre intercommunalités) » is also called without what the brackets add.
      for (const nom of new Set([one.libelle, one.libelle.replace(/ \(.*$/, '')]))
        add(nom, { libelle: one.libelle, chemin: `territoire/perimetres/${one.id}`, codes });
    }
    return named;
  });
  const plusLong = (names: ReadonlyMap<string, unknown>, is: (nom: string) => boolean): string =>
    [...names.keys()].filter(is).sort((a, b) => b.length - a.length)[0] ?? '';
  return (phrase) => {
    if (!contientUn(phrase, MOTS)) return [];
    const plain = phraseNue(phrase);
    return [...plain.matchAll(DANS)].flatMap(({ 0: link, index }): Dementi[] => {
      const [avant, after] = [plain.slice(0, index), plain.slice(index + link.length)];
      // « dans le périmètre du bourg » is in what is called « bourg ».
      const bare = after.replace(PERIMETRE, '');
      const suite = [...wholes().keys()].some((one) => after.startsWith(one)) ? after : bare;
      const ou = plusLong(wholes(), (one) => suite.startsWith(one) && !/^[\w'-]/.test(suite.slice(one.length)));
      const there = ou === '' ? null : wholes().get(ou);
      // A place that has the name of a commune may be the commune.
      if (!there || places().has(ou)) return [];
      const nom = plusLong(places(), (one) => avant.endsWith(one) && !/[\w'-]$/.test(avant.slice(0, -one.length)));
      const commune = nom === '' ? null : places().get(nom);
      if (!commune) return [];
      const before = debutDePhrase(avant.slice(0, -nom.length));
      if (
        AUTRE.test(before) ||
        AUTRE.test(finDePhrase(suite.slice(ou.length), true)) ||
        // « Fontaine et Rives, communes de … »: the last of a list.
        /\b(?:et|comme)$|,$/.test(before) ||
        // « Le maire de Fontaine est membre de … » is of the mayor.
        (!link.startsWith(',') && !SEULE.test(before))
      )
        return [];
      const outside = /hors|dehors|exterieur/.test(link);
      if (there.codes.size === 0 || there.codes.has(commune.code) !== outside) return [];
      return [
        {
          dit: `${commune.nom} ${outside ? 'est' : 'n’est pas'} dans « ${there.libelle} »`,
          contre: [there.chemin, `territoire/communes/${commune.code}`],
        },
      ];
    });
  };
}
