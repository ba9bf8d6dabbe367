/** « les déchets comptent plus d’actions que la biodiversité », « les habitants sont le public dont les besoins pèsent le plus »: groups that a sentence ranks, against what the diagnostic counts of each. */
import type { Study } from '../../../../study/study.js';
import { enMotif, phraseNue, sansArticle } from '../../../../texte/identifiant.js';
import { nombreFr } from '../../../../texte/nombres.js';
import { EN_LETTRES, quantitesEcrites } from '../../../../texte/quantites-ecrites.js';
import { mesuresAu } from '../../../diagnostic-complet.js';
import { dateDeRemise } from '../../../etat/livrable.js';
import { once } from '../../../une-fois.js';
import { contientUn, DEBUT, type Dementi, FIN, type Lecteur } from '../lecteur.js';

/** A group with what is counted of it, by the word that sentences count. */
interface Groupe {
  libelle: string;
  noms: readonly string[];
  /** Counted where a sentence ranks it: few do. */
  comptes(): Readonly<Record<string, number>>;
}

interface Sorte {
  /** « domaine », « public », « fonction ». */
  nom: string;
  contre: string;
  groupes: readonly Groupe[];
}

/** What is not counted of a group is compared with nothing. */
const nombreDe = ({ comptes }: Groupe, quoi: string): number => comptes()[quoi] ?? Number.NaN;

const nomsDe = ({ libelle, en_phrase: said }: { libelle: string; en_phrase?: string }): string[] => [
  ...new Set([libelle, said ?? libelle].map(sansArticle)),
];

function sortesDe(study: Study): Sorte[] {
  const mesures = once(() => mesuresAu(study, dateDeRemise(study, 'diagnostic')));
  const { domaines, publics, fonctions } = study.etude;
  return [
    {
      ...{ nom: 'domaine', contre: 'besoins' },
      groupes: domaines.map(
        (domaine): Groupe => ({
          ...{ libelle: domaine.libelle, noms: nomsDe(domaine) },
          comptes: () => {
            const counted = mesures().synthese.find(({ id }) => id === domaine.id)?.chiffres;
            return counted ? { besoins: counted.besoins, actions: counted.actions, acteurs: counted.acteurs } : {};
          },
        }),
      ),
    },
    {
      ...{ nom: 'public', contre: 'participation' },
      groupes: publics.map(
        (cible): Groupe => ({
          ...{ libelle: cible.libelle, noms: nomsDe(cible) },
          comptes: () => {
            const counted = mesures().besoins.parPublic.find(({ id }) => id === cible.id);
            if (!counted) return {};
            const { poids, participations, besoins: needs } = counted;
            return { poids, participations, participants: participations, besoins: needs.length };
          },
        }),
      ),
    },
    {
      ...{ nom: 'critere', contre: 'criteres/criteres' },
      groupes: (study.criteres?.criteres ?? []).map(
        ({ libelle, poids = 0 }): Groupe => ({
          ...{ libelle, comptes: () => ({ poids }) },
          // « Proximité des habitants » is also « la proximité ».
          noms: [...new Set([sansArticle(libelle), sansArticle(libelle).replace(/ (?:de|des|du|d'|\().*$/, '')])],
        }),
      ),
    },
    {
      ...{ nom: 'fonction', contre: 'acteurs' },
      groupes: fonctions.map(
        (fonction): Groupe => ({
          ...{ libelle: fonction.libelle, noms: nomsDe(fonction) },
          comptes: () => ({
            acteurs: study.acteurs.filter(({ fonctions: held }) => held.includes(fonction.id)).length,
          }),
        }),
      ),
    },
  ];
}

const LE = "(?:l'|le |la |les )?";
const QUOI = 'besoins|actions|acteurs|participants|participations';
const DITS: Readonly<Record<string, string>> = { participants: 'participations' };

/** What nearly every sentence that compares lacks: what is counted of groups, or how one leads. */
const PEUT_ETRE =
  /(?:plus|moins) (?:de |d['’])(?:besoins|actions|acteurs|particip)|participer|p[eè]sent? le|critère|fonction|public le|(?:compte|porte|exprime|\ba|\bont)(?:nt)? \S+ besoins/;

interface Motifs {
  sorte: Sorte;
  /** Two groups, a word that compares, what is counted. */
  compares: readonly RegExp[];
  /** One group, and how many. */
  nombres: readonly RegExp[];
  /** One group, the first or the last of all. */
  seuls: readonly RegExp[];
}

function motifsDe(sorte: Sorte): Motifs {
  const G = `(${
    sorte.groupes
      .flatMap(({ noms }) => noms)
      .sort((a, b) => b.length - a.length)
      .map(enMotif)
      .join('|') || '(?!)'
  })`;
  const deux = (pattern: string): RegExp =>
    new RegExp(`${DEBUT}${LE}${G} ${pattern.replace('@', `${LE}${G}`)}${FIN}`, 'g');
  return {
    sorte,
    compares: [
      deux(`(?:compte(?:nt)?|reuni(?:t|ssent)|a|ont) (?<sens>plus|moins) (?:de |d')(?<quoi>${QUOI}) que @`),
      ...(sorte.nom === 'public'
        ? [deux('(?:ont ete|sont) (?<sens>plus|moins) nombreu(?:x|ses) a (?<participants>participer) que @')]
        : []),
    ],
    nombres:
      sorte.nom === 'public' || sorte.nom === 'domaine'
        ? [
            deux(
              `(?:compte(?:nt)?|porte(?:nt)?|exprime(?:nt)?|a|ont) (?<n>\\d+|${EN_LETTRES}) (?<quoi>besoins)(?: recenses)?`,
            ),
          ]
        : [],
    seuls: [
      deux(
        `(?:est|sont) (?:le |la )?${sorte.nom} qui (?:compte|reunit|a) le (?<sens>plus|moins) (?:de |d')(?<quoi>${QUOI})`,
      ),
      ...(sorte.nom === 'public'
        ? [
            deux('(?:est|sont) (?:le )?public dont les besoins pesent le (?<sens>plus|moins)(?<poids>)'),
            deux(
              '(?:est|sont) (?:le )?public le (?<sens>plus|moins) (?:entendu|present|represente)(?<participations>)',
            ),
          ]
        : []),
      ...(sorte.nom === 'critere'
        ? [
            deux('(?:est|sont) le critere qui pese le (?<sens>plus|moins)(?<poids>)'),
            deux('(?:est|sont) le critere le (?<sens>plus|moins) lourd(?<poids>)'),
          ]
        : []),
      ...(sorte.nom === 'fonction'
        ? [
            new RegExp(
              `${DEBUT}la fonction la (?<sens>mieux|moins|plus|moins bien) (?:couverte|pourvue|tenue)(?<acteurs>) est ${LE}${G}${FIN}`,
              'g',
            ),
            deux('est la fonction la (?<sens>mieux|moins|plus|moins bien) (?:couverte|pourvue|tenue)(?<acteurs>)'),
          ]
        : []),
    ],
  };
}

/** What a sentence says of a group, and of the one that it sets it against. */
interface Dit {
  own: Groupe;
  autre: Groupe | undefined;
  quoi: string;
  plus: boolean;
  /** How many it says. */
  nombre: number | undefined;
}

function lu({ groupes }: Sorte, match: RegExpMatchArray): Dit | null {
  const of = (nom: string): Groupe | undefined =>
    groupes.find(({ noms }) => noms.some((one) => new RegExp(`^${enMotif(one)}$`).test(nom)));
  const { sens = '', n = '', quoi, ...implied } = match.groups ?? {};
  const names = match.slice(1).filter((one) => one !== undefined && of(one));
  const [own, autre] = [of(names[0] ?? ''), of(names[1] ?? '')];
  const what = quoi ?? Object.keys(implied).find((key) => implied[key] !== undefined) ?? '';
  return own && own.comptes()[what] !== undefined
    ? { own, autre, quoi: what, plus: /plus|mieux/.test(sens), nombre: quantitesEcrites(n)[0]?.valeur }
    : null;
}

function enClair(groupe: Groupe, quoi: string): string {
  const value = nombreFr(Math.round(10 * nombreDe(groupe, quoi)) / 10);
  return `« ${groupe.libelle} » ${quoi === 'poids' ? `pèse ${value} points` : `compte ${value} ${DITS[quoi] ?? quoi}`}`;
}

/** What a plain sentence says of the groups of one sort that their counts do not. */
function dementisDe({ sorte, compares, nombres, seuls }: Motifs, plain: string): Dementi[] {
  const read = (patterns: readonly RegExp[], mots: RegExp): Dit[] =>
    mots.test(plain)
      ? patterns.flatMap((pattern) => [...plain.matchAll(pattern)].flatMap((match) => lu(sorte, match) ?? []))
      : [];
  const told = (own: Groupe, other: Groupe | undefined, quoi: string): Dementi[] =>
    other ? [{ dit: `${enClair(own, quoi)}, et ${enClair(other, quoi)}`, contre: [sorte.contre] }] : [];
  return [
    ...read(compares, / que /).flatMap(({ own, autre, quoi, plus }) => {
      if (!autre || autre === own) return [];
      const gap = nombreDe(own, quoi) - nombreDe(autre, quoi);
      return (plus ? gap <= 0 : gap >= 0) ? told(own, autre, quoi) : [];
    }),
    ...read(nombres, / besoins/).flatMap(({ own, quoi, nombre }): Dementi[] =>
      // Fewer may be some of them.
      nombre === undefined || !(nombre > nombreDe(own, quoi))
        ? []
        : [{ dit: enClair(own, quoi), contre: [sorte.contre], valeur: nombre }],
    ),
    ...read(seuls, / l[ea] (?:plus|moins|mieux)\b/).flatMap(({ own, quoi, plus }) => {
      const value = nombreDe(own, quoi);
      const first = sorte.groupes.find((one) => (plus ? nombreDe(one, quoi) > value : nombreDe(one, quoi) < value));
      return told(own, first, quoi);
    }),
  ];
}

export function groupesEcrits(study: Study): Lecteur {
  // The patterns of a sort are long to make: they wait for a sentence that names one of its groups.
  const sortes = once(() => sortesDe(study).map((sorte) => ({ sorte, motifs: once(() => motifsDe(sorte)) })));
  return (phrase, ou) => {
    if (
      !/^(?:diagnostic|scenarios)\b/.test(ou) ||
      !contientUn(phrase, ['plus', 'moins', 'mieux', 'besoins']) ||
      !PEUT_ETRE.test(phrase) ||
      study.besoins.length === 0
    )
      return [];
    const plain = phraseNue(phrase);
    return sortes().flatMap(({ sorte, motifs }) =>
      sorte.groupes.some(({ noms }) => noms.some((nom) => plain.includes(nom))) ? dementisDe(motifs(), plain) : [],
    );
  };
}
