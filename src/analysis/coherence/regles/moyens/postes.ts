/** A post against what is written of it: its category, and the quota that a deliberation or its sheet gives it. */
import type { Study } from '../../../../study/study.js';
import { compte, enumerer } from '../../../../texte/accords.js';
import { nombreFr, pourcent } from '../../../../texte/nombres.js';
import { parTexte } from '../../../../texte/par-texte.js';
import { CLOS } from '../../../../texte/propos.js';
import { scenarioDecrit } from '../../../scenarios/decrit.js';
import { depasse } from '../../quantites.js';
import type { Contradiction, RegleCoherence } from '../../regle.js';
import { nombreLu } from '../chiffres/communes-ecrites.js';

/** The categories that a text names: « catégorie A », « catégories A et B ». */
const categoriesDe = (text: string | undefined): string[] =>
  [
    ...(text ?? '').matchAll(
      /catégories?\s(([ABC])(?![\p{L}])(?:\s?(?:,|\/|et|ou|à|-)\s?(?:catégorie\s)?([ABC])(?![\p{L}]))*)/gu,
    ),
  ].flatMap(([, named = '']) => [...named.replaceAll('catégorie', '').matchAll(/[ABC]/g)].map(([one]) => one));

export const categorieDifferente: RegleCoherence = {
  code: 'categorie-differente',
  gravite: 'attention',
  titre: 'Un poste est d’une catégorie, et son coût ou sa fiche d’une autre.',
  explication:
    'La catégorie d’un poste (« categorie ») est celle que nomme la référence de son coût (« reference »), et celle que nomme le cadre d’emploi de sa fiche (« cadre_emploi ») : « catégorie A », « catégorie B », « catégorie C ». Un texte qui n’en nomme aucune n’est pas comparé.',
  livrables: ['scenarios', 'mode-operatoire'],
  verifier: ({ study }) => {
    const described = scenarioDecrit(study);
    return study.scenarios.flatMap((scenario) =>
      scenario.moyens.humains.flatMap(({ id, profil, categorie, reference }): Contradiction[] => {
        if (categorie === undefined || !/^[ABC]$/.test(categorie)) return [];
        const rule = study.references.find((one) => one.id === reference);
        const sheets = scenario === described ? (study.mode_operatoire?.fiches_de_poste ?? []) : [];
        const written = [
          ...(rule ? [{ chemin: `references/${rule.id}/titre`, text: rule.titre, dit: `« ${rule.titre} »` }] : []),
          ...sheets.flatMap(({ poste, cadre_emploi: text }, i) =>
            poste === id && text !== undefined
              ? [{ chemin: `mode_operatoire/fiches_de_poste/${i + 1}/cadre_emploi`, text, dit: 'sa fiche de poste' }]
              : [],
          ),
          ...(scenario === described ? articlesDuPoste(study, id) : []),
        ];
        return written.flatMap(({ chemin, text, dit }): Contradiction[] => {
          const named = categoriesDe(text);
          if (named.length === 0 || named.includes(categorie)) return [];
          return [
            {
              chemin: `scenarios/${scenario.id}/moyens/humains/${id}/categorie`,
              contre: [chemin],
              message: `dans « ${scenario.titre} », « ${profil} » est de catégorie ${categorie} ; ${dit} parle de la catégorie ${enumerer(named)}.`,
              issue: 'Corrigez la catégorie du poste, ou ce qui la contredit.',
            },
          ];
        });
      }),
    );
  },
};

/** The articles of the draft that create a post, when they create no other. */
const articlesDuPoste = ({ mode_operatoire: mode }: Study, poste: string) => {
  const { articles = [], emplois = [] } = mode?.deliberation ?? {};
  if (emplois.length !== 1 || emplois[0]?.poste !== poste) return [];
  return articles.flatMap((text, i) =>
    /\bemplois?\b/.test(text)
      ? [{ chemin: `mode_operatoire/deliberation/articles/${i + 1}`, text, dit: 'le projet de délibération' }]
      : [],
  );
};

/** An article that speaks of a post that was there: « porté à 80 % », « créé en 2015 », « supprimé ». */
const DEJA_CREE = /\bportée?s? à|\bsupprim|\bcréée?s? [^.;]{0,20}\b(?:19|20)\d\d\b|\b(?:a|ont|avait) été créé/;

const QUOTITE = new RegExp(
  String.raw`(?:\bcréée?s?,? (?:à temps (?:partiel|non complet),? )?(?:à|à une quotité de)|\bcréée?s?,? (?:à la |avec une )?quotité de) (\d{1,3})\s?%(?=${CLOS})`,
  'g',
);

/** The quotas at which a text says that a job is created: « créé, à 80 %. », « quotité de 80 % » ; a share that goes on otherwise (« à 50 % sur le budget annexe ») is not one. */
const quotitesDe = (text: string): number[] =>
  !text.includes('%') || DEJA_CREE.test(text)
    ? []
    : [...text.matchAll(QUOTITE)].map(([, share]) => Number(share) / 100);

/** The first word of a job, in either gender, in lower case; null for one that has no long word. */
const motifDuPoste = parTexte((profil) => {
  const [head = ''] = profil.toLowerCase().match(/[\p{L}-]{4,}/u) ?? [];
  const stem = head.slice(0, head.length > 7 ? -3 : -1);
  return head === '' ? null : new RegExp(`(?<![\\p{L}])${stem}\\p{L}{0,4}(?![\\p{L}])`, 'u');
});

/** Whether a text names a post by the first word of its job: « Animateur du réseau », in « un emploi d’animatrice ». */
const nommeDans = (profil: string, text: string): boolean => motifDuPoste(profil)?.test(text.toLowerCase()) ?? false;

interface Vote {
  chemin: string;
  /** With its article. */
  dit: string;
  emplois: readonly { poste: string; quotite: number }[];
  phrases: readonly { chemin: string; text: string }[];
}

/** The draft that creates the jobs, and the votes taken. */
function votes({ mode_operatoire: mode, reunions }: Study): Vote[] {
  const { articles = [], emplois: drafted = [] } = mode?.deliberation ?? {};
  const draft = 'mode_operatoire/deliberation';
  return [
    {
      chemin: draft,
      dit: 'le projet de délibération',
      emplois: drafted,
      phrases: articles.map((text, i) => ({ chemin: `${draft}/articles/${i + 1}`, text })),
    },
    ...reunions
      .filter(({ etat }) => etat === 'tenue')
      .flatMap(({ id, decisions = [] }) =>
        decisions.map(({ texte: text, emplois = [] }, i): Vote => {
          const chemin = `reunions/${id}/decisions/${i + 1}`;
          return { chemin, dit: 'une décision prise', emplois, phrases: [{ chemin: `${chemin}/texte`, text }] };
        }),
      ),
  ];
}

export const quotiteEcrite: RegleCoherence = {
  code: 'quotite-ecrite',
  gravite: 'attention',
  titre: 'Un poste est créé à une quotité que le budget ne paie pas.',
  explication:
    'La délibération (« deliberation ») et les décisions prises disent les emplois qu’elles créent, et à quelle quotité (« emplois ») : c’est celle du poste du scénario décrit (« etp »), à un demi-centième près. La phrase à côté en dit la même. Sans ce champ, une phrase n’est lue que si elle nomme le métier du poste et le crée « à 80 % », sans rien de plus : elle en a la quotité, ou celle de tous les postes ensemble. Un emploi ne se pourvoit qu’à la quotité créée, et ne se paie qu’à celle du budget.',
  exemple: 'deliberation:\n  emplois: [{ poste: animateur, quotite: 0.8 }]',
  livrables: ['mode-operatoire'],
  verifier: ({ study }) => {
    const scenario = scenarioDecrit(study);
    const posts = scenario?.moyens.humains ?? [];
    if (!scenario || posts.length === 0) return [];
    const total = posts.reduce((sum, { etp }) => sum + etp, 0);
    const autre = (etp: number, share: number): boolean => depasse(Math.abs(etp - share), 0.005);
    const told = (chemin: string, poste: string, dit: string, share: number): Contradiction => ({
      chemin,
      contre: [`scenarios/${scenario.id}/moyens/humains/${poste}/etp`],
      message: `${dit} crée un emploi à ${pourcent(share)} ; « ${scenario.titre} » paie ${enumerer(posts.map(({ profil, etp }) => `${nombreFr(etp)} ETP (« ${profil} »)`))}.`,
      issue: 'Accordez la délibération et le budget.',
      saisie: 'Les emplois créés s’écrivent « emplois: [{ poste: …, quotite: … }] ».',
    });
    return votes(study).flatMap(({ chemin, dit, emplois, phrases }): Contradiction[] => {
      if (emplois.length > 0) {
        const created = [
          ...emplois.map(({ quotite }) => quotite),
          emplois.reduce((sum, { quotite }) => sum + quotite, 0),
        ];
        return [
          ...emplois.flatMap(({ poste, quotite }, i) => {
            const post = posts.find(({ id }) => id === poste);
            return post && autre(post.etp, quotite)
              ? [told(`${chemin}/emplois/${i + 1}/quotite`, poste, dit, quotite)]
              : [];
          }),
          ...phrases.flatMap(({ chemin: at, text }) =>
            quotitesDe(text)
              .filter((share) => created.every((quotite) => autre(quotite, share)))
              .map(
                (share): Contradiction => ({
                  chemin: at,
                  contre: [`${chemin}/emplois`],
                  message: `${dit} écrit un emploi créé à ${pourcent(share)}, et compte ${enumerer(emplois.map(({ quotite }) => pourcent(quotite)))}.`,
                  issue: 'Accordez la phrase et ce qu’elle crée.',
                }),
              ),
          ),
        ];
      }
      return phrases.flatMap(({ chemin: at, text }): Contradiction[] => {
        const named = posts.filter(({ profil }) => nommeDans(profil, text));
        const [first] = named;
        const other = quotitesDe(text).find(
          (share) => autre(total, share) && named.every(({ etp }) => autre(etp, share)),
        );
        return first && other !== undefined ? [told(at, first.id, dit, other)] : [];
      });
    });
  },
};

/** How many employers a text counts, at the beginning of a sentence: « Quatre employeurs à accorder » ; « deux autres employeurs », « deux employeurs publics », « un agent entre deux employeurs » are not all of them. */
const employeursDans = (text: string): number[] =>
  [
    ...text.matchAll(
      /(?:^|[.;:]\s+|[Ii]l y a\s+)(\p{L}+|\d{1,2})\s+employeurs(?=\s+(?:à|doivent|se)\s|\s*[.,;:!?)]|\s*$)/gu,
    ),
  ].flatMap(([, word = '']) => {
    const n = nombreLu(word);
    return n === undefined || n < 2 ? [] : [n];
  });

export const employeursEcrits: RegleCoherence = {
  code: 'employeurs-ecrits',
  gravite: 'attention',
  titre: 'Un scénario dit moins d’employeurs que ses postes n’en ont.',
  explication:
    'Les postes d’un scénario (« moyens.humains ») disent chacun leur employeur (« porteur ») : celui qui porte le dispositif en est un quand il emploie. Une phrase du scénario (« resume », « avantages », « inconvenients », « gouvernance.resume ») qui compte les employeurs ne peut en compter moins. Elle peut en compter plus : des partenaires qui apportent des jours emploient aussi.',
  livrables: ['scenarios'],
  verifier: ({ study, nomSeul }) =>
    study.scenarios.flatMap((scenario) => {
      const { id, titre, resume, avantages = [], inconvenients = [], gouvernance, moyens } = scenario;
      const own = [...new Set(moyens.humains.map(({ porteur }) => porteur))];
      const phrases: (readonly [champ: string, text: string])[] = [
        ['resume', resume],
        ...avantages.map((text, i) => [`avantages/${i + 1}`, text] as const),
        ...inconvenients.map((text, i) => [`inconvenients/${i + 1}`, text] as const),
        ['gouvernance/resume', gouvernance?.resume ?? ''],
      ];
      return phrases.flatMap(([champ, text]): Contradiction[] =>
        employeursDans(text)
          .filter((n) => n < own.length)
          .map((n) => ({
            chemin: `scenarios/${id}/${champ}`,
            contre: [`scenarios/${id}/moyens/humains`],
            message: `« ${titre} » compte ${compte(n, 'employeur')} (« ${text} ») ; ses postes en ont ${nombreFr(own.length)} : ${enumerer(own.map(nomSeul))}.`,
            issue: 'Corrigez la phrase, ou l’employeur d’un poste.',
          })),
      );
    }),
};

export const POSTES = [categorieDifferente, quotiteEcrite, employeursEcrits] as const;
