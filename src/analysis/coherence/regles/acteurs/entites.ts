/** The legal person that a scenario creates or not: what the contract wants, what its form is, what its creation asks for. */
import { exigenceDe } from '../../../../study/contrat.js';
import type { Acteur } from '../../../../study/types.gen.js';
import { phraseNue } from '../../../../texte/identifiant.js';
import { sousReserve } from '../../../../texte/propos.js';
import type { Contradiction, RegleCoherence } from '../../regle.js';

export const entiteNonConforme: RegleCoherence = {
  code: 'entite-non-conforme',
  gravite: 'attention',
  titre: 'Un scénario crée une personne morale que le contrat exclut, ou n’en crée pas quand il en attend une.',
  explication:
    '« nouvelle_entite » de contrat.yaml dit si une personne morale est exclue, admise ou attendue ; chaque scénario dit s’il en crée une.',
  livrables: ['scenarios'],
  verifier: ({ study }) => {
    const voulu = study.contrat?.nouvelle_entite ?? 'admise';
    const ref = exigenceDe(study, 'nouvelle-entite')?.ref;
    return study.scenarios.flatMap(({ id, titre, nouvelle_entite: creee }): Contradiction[] =>
      voulu === 'admise' || (voulu === 'attendue') === creee
        ? []
        : [
            {
              chemin: `scenarios/${id}/nouvelle_entite`,
              contre: ['contrat/nouvelle_entite'],
              message: `« ${titre} » ${creee ? 'crée une personne morale, que le contrat exclut' : 'ne crée pas la personne morale que le contrat attend'}${ref ? ` (${ref})` : ''}.`,
              issue: 'Reprenez le scénario, ou faites préciser le contrat.',
              saisie: 'Ce que le contrat en dit s’écrit dans « nouvelle_entite » de contrat.yaml.',
            },
          ],
    );
  },
};

/** Legal forms that create no legal person. */
const SANS_PERSONNE = new Set(['regie', 'convention', 'entente', 'convention-objectifs', 'delegation']);
/** Legal forms that are a legal person: a new one, or one that exists. */
const AVEC_PERSONNE = new Set(['syndicat-mixte', 'epl', 'scic', 'gip', 'spl', 'sem']);
/** Types of a bearer that is already the legal person of a form: nothing is then created. */
const DEJA_LA: Readonly<Record<string, readonly Acteur['type'][]>> = {
  'syndicat-mixte': ['syndicat-mixte'],
  epl: ['etablissement-public', 'regie'],
  scic: ['scic', 'cooperative'],
  gip: ['gip'],
  spl: ['spl'],
  sem: ['sem'],
};

export const formeContreditEntite: RegleCoherence = {
  code: 'forme-contredit-entite',
  gravite: 'attention',
  titre: 'La forme juridique d’un scénario et la personne morale qu’il dit créer se contredisent.',
  explication:
    'Une régie, une convention, une entente ou une délégation ne créent pas de personne morale ; un syndicat mixte, un établissement public, une SCIC, un GIP, une SPL ou une SEM en sont une. « nouvelle_entite » dit le contraire. Un porteur qui est déjà cette personne morale, par le type de sa fiche, n’en crée pas.',
  livrables: ['scenarios'],
  verifier: ({ study }) =>
    study.scenarios.flatMap(
      ({ id, titre, porteur, forme_juridique: forme, nouvelle_entite: creee }): Contradiction[] => {
        const type = study.acteurs.find((acteur) => acteur.id === porteur)?.type;
        const existe = type !== undefined && (DEJA_LA[forme]?.includes(type) ?? false);
        return (creee ? !SANS_PERSONNE.has(forme) : !AVEC_PERSONNE.has(forme) || existe)
          ? []
          : [
              {
                chemin: `scenarios/${id}/nouvelle_entite`,
                contre: [`scenarios/${id}/forme_juridique`],
                message: `« ${titre} » ${creee ? 'dit créer une personne morale, et sa forme juridique n’en crée pas' : 'dit n’en créer aucune, et sa forme juridique est une personne morale'}.`,
                issue: 'Accordez la forme juridique et la création d’une personne morale.',
                saisie:
                  'Ce sont « forme_juridique » et « nouvelle_entite » ; si le porteur est déjà cette personne morale, son « type » le dit.',
              },
            ];
      },
    ),
};

export const entiteSansCondition: RegleCoherence = {
  code: 'entite-sans-condition',
  gravite: 'attention',
  titre: 'Un scénario crée une personne morale sans écrire ce que le droit demande pour cela.',
  explication:
    'Créer une société, un groupement ou une association demande des statuts, un vote, parfois un capital ou une approbation : « conditions_juridiques » les porte, avec leur état. Sans elles, le test « Aucun obstacle juridique » passe faute d’avoir rien à examiner.',
  exemple: 'conditions_juridiques: [{ libelle: Statuts adoptés et capital souscrit, etat: a-remplir }]',
  livrables: ['scenarios'],
  verifier: ({ study }) =>
    study.scenarios.flatMap(
      ({ id, titre, nouvelle_entite: creee, conditions_juridiques: law = [] }): Contradiction[] =>
        !creee || law.length > 0
          ? []
          : [
              {
                chemin: `scenarios/${id}/nouvelle_entite`,
                contre: [`scenarios/${id}`],
                message: `« ${titre} » crée une personne morale, et n’écrit aucune condition de droit.`,
                issue: 'Dites ce que cette création demande : statuts, votes, capital, approbation.',
                saisie: 'Ce sont les « conditions_juridiques » du scénario.',
              },
            ],
    ),
};

/** « crée une personne morale », « s’appuie sur une nouvelle entité ». */
const AFFIRMEE =
  /\b(?:cree(?:ra)?|fonde)\b[^.;,]{0,20}\b(?:nouvelle entite|personne morale)|\b(?:s'appuie sur|repose sur|portee? par) une (?:nouvelle entite|nouvelle personne morale|personne morale nouvelle)/;
/** « sans nouvelle entité », « ne crée aucune personne morale ». */
const NIEE = /\b(?:sans|aucune|pas de|ni) (?:creer (?:de |d'une )?|nouvelle )?(?:nouvelle )?(?:entite|personne morale)/;

/** The part of a sentence that denies it, whole: « sans entité de plus pour les communes » denies another thing. */
const NIEE_SEULE =
  /^(?:(?:il|elle|ce scenario) )?(?:sans|(?:ne|n'en) cree (?:pas de|aucune)|aucune) (?:creer (?:de |d'une )?|nouvelle )?(?:nouvelle )?(?:entite|personne morale)(?: n'est creee| a creer)?$/;
/** Something is created all the same. */
const CREEE = /\b(?:est|sera|sont) creee?s?\b|(?<!\b(?:ne|n'en) )\bcree(?:ra)?\b|\bnait\b|\bfonde\b/;

const partiesDe = (plain: string): string[] => plain.split(/[.;:,!?]/).map((part) => part.trim());
const laNie = (plain: string): boolean =>
  partiesDe(plain).some((part) => NIEE_SEULE.test(part)) &&
  !partiesDe(plain).some((part) => !NIEE_SEULE.test(part) && CREEE.test(part));
const lAffirme = (plain: string): boolean =>
  partiesDe(plain).some((part) => AFFIRMEE.test(part) && !sousReserve(part) && !/\bexist/.test(part));

export const entiteEcrite: RegleCoherence = {
  code: 'entite-ecrite',
  gravite: 'attention',
  titre:
    'Une phrase dit qu’un scénario crée une personne morale, ou qu’il n’en crée pas, et le scénario dit le contraire.',
  explication:
    'Le résumé et les avantages d’un scénario, et les considérants du projet de délibération pour celui du mode opératoire, qui parlent de la personne morale ou de la nouvelle entité (« sans nouvelle entité », « crée une personne morale ») disent ce que dit « nouvelle_entite ».',
  livrables: ['scenarios', 'mode-operatoire'],
  verifier: ({ study: { scenarios, mode_operatoire: mode } }) =>
    scenarios.flatMap(({ id, titre, resume, avantages = [], nouvelle_entite: creee }) =>
      [
        { chemin: `scenarios/${id}/resume`, texte: resume },
        ...avantages.map((texte, i) => ({ chemin: `scenarios/${id}/avantages/${i + 1}`, texte })),
        ...(mode?.scenario === id ? (mode.deliberation?.considerants ?? []) : []).map((texte, i) => ({
          chemin: `mode_operatoire/deliberation/considerants/${i + 1}`,
          texte,
        })),
      ].flatMap(({ chemin, texte }): Contradiction[] => {
        // Most sentences speak of none: they are not read word by word.
        if (!/entité|personne morale/i.test(texte)) return [];
        // « que le scénario retenu crée… »: what a draft considers begins by « que ».
        const plain = phraseNue(texte).replace(/^que /, '');
        if (creee ? !laNie(plain) : NIEE.test(plain) || !lAffirme(plain)) return [];
        return [
          {
            chemin,
            contre: [`scenarios/${id}/nouvelle_entite`],
            message: `« ${texte} » : « ${titre} » ${creee ? 'crée une personne morale' : 'n’en crée aucune'}.`,
            issue: 'Corrigez la phrase, ou le scénario.',
          },
        ];
      }),
    ),
};

export const ENTITES = [entiteNonConforme, formeContreditEntite, entiteSansCondition, entiteEcrite] as const;
