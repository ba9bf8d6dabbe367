/** The legal person that a scenario creates or not: what the contract wants, what its form is, what its creation asks for. */
import { exigenceDe } from '../../../../study/contrat.js';
import type { Acteur } from '../../../../study/types.gen.js';
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

export const ENTITES = [entiteNonConforme, formeContreditEntite, entiteSansCondition] as const;
