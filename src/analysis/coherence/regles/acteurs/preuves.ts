/** What is held as acquired, and what proves it: the engagement of an actor, a receipt, a signed convention. */
import type { Study } from '../../../../study/study.js';
import { accord, enumerer } from '../../../../texte/accords.js';
import { dateEngagement } from '../../../diagnostic/acteurs.js';
import { donneurs, nomDeLaSource } from '../../../scenarios/financement/regles-aides.js';
import type { ContexteCoherence } from '../../contexte.js';
import type { Contradiction, RegleCoherence } from '../../regle.js';

type Acteur = Study['acteurs'][number];

/** Levels on which a scenario may count: below them, nobody claims that the actor is won. */
const TENUS: Readonly<Partial<Record<NonNullable<Acteur['engagement']>, string>>> = {
  volontaire: 'volontaire',
  engage: 'engagé',
};

/** Whether a date proves the engagement: that of a letter or decision, a meeting held where it sat, a convention that it signed. */
const prouve = (study: Study, acteur: Acteur): boolean =>
  dateEngagement(study, acteur) !== null ||
  (study.mode_operatoire?.conventions ?? []).some(
    ({ partenaire, signee_le: signed }) => partenaire === acteur.id && signed !== undefined,
  );

interface Appui {
  chemin: string;
  /** The scenario, as a sentence names it. */
  titre: string;
}

/** Where the scenarios rely on an actor: they are borne by it, or count it among their partners. */
const appuisSur = ({ scenarios }: Study, id: string): Appui[] =>
  scenarios.flatMap(({ id: scenario, titre, porteur, partenaires }): Appui[] => [
    ...(porteur === id ? [{ chemin: `scenarios/${scenario}/porteur`, titre }] : []),
    ...partenaires.flatMap(({ acteur }, i) =>
      acteur === id ? [{ chemin: `scenarios/${scenario}/partenaires/${i + 1}`, titre }] : [],
    ),
  ]);

const titres = (appuis: readonly Appui[]): string => enumerer([...new Set(appuis.map(({ titre }) => `« ${titre} »`))]);

function acteursSansPreuve({ study, acteur: nom }: ContexteCoherence): Contradiction[] {
  return study.acteurs.flatMap((acteur): Contradiction[] => {
    const tenu = acteur.engagement && TENUS[acteur.engagement];
    const [first, ...others] = appuisSur(study, acteur.id);
    if (!tenu || !first || prouve(study, acteur)) return [];
    return [
      {
        chemin: `acteurs/${acteur.id}/engagement`,
        contre: [first.chemin, ...others.map(({ chemin }) => chemin)],
        message: `rien de daté n’établit l’engagement de ${nom(acteur.id)} (« ${tenu} »), sur lequel ${accord(others.length + 1, 'compte', 'comptent')} ${titres([first, ...others])}.`,
        issue:
          'Donnez la date de la lettre, de la délibération ou de la convention, ou ramenez l’engagement à ce qui est établi.',
        saisie:
          'La date s’écrit dans « engagement_date » ; une réunion tenue où l’organisme est présent en tient lieu.',
      },
    ];
  });
}

/** A decision that is dated commits whoever gives the money. */
const donneurEngage = (study: Study, id: string): boolean => {
  const acteur = study.acteurs.find((one) => one.id === id);
  return acteur?.engagement === 'engage' && prouve(study, acteur);
};

/** What a bearer gives itself is acquired by a vote alone: its will to take part, were it dated, opens no credit. */
function fondsPropresSansVote({ study, acteur: nom, nomSeul }: ContexteCoherence): Contradiction[] {
  return study.scenarios.flatMap(({ id, titre, porteur, financements }) =>
    financements.flatMap((source): Contradiction[] =>
      source.financeur !== porteur || source.statut !== 'acquis' || source.acquis_le !== undefined
        ? []
        : [
            {
              chemin: `scenarios/${id}/financements/${source.id}/statut`,
              contre: [`scenarios/${id}/porteur`],
              message: `« ${titre} » compte « ${nomDeLaSource(source, nomSeul)} » comme acquis ; aucun vote daté de ${nom(porteur)}, qui le porte, ne l’établit.`,
              issue: 'Donnez la date du vote qui ouvre ces crédits, ou dites-les à voter.',
              saisie: 'La date s’écrit dans « acquis_le » ; sans vote, « statut: a-voter ».',
            },
          ],
    ),
  );
}

function recettesSansPreuve({ study, acteur: nom, nomSeul }: ContexteCoherence): Contradiction[] {
  return study.scenarios.flatMap(({ id, titre, porteur, financements }) =>
    financements.flatMap((source): Contradiction[] => {
      if (source.financeur === porteur) return [];
      const givers = donneurs(source).map(({ acteur }) => acteur);
      const [first, ...others] = givers.filter((one) => !donneurEngage(study, one));
      if (source.statut !== 'acquis' || source.acquis_le !== undefined || first === undefined) return [];
      return [
        {
          chemin: `scenarios/${id}/financements/${source.id}/statut`,
          contre: [`acteurs/${first}`, ...others.map((one) => `acteurs/${one}`)],
          message: `« ${titre} » compte « ${nomDeLaSource(source, nomSeul)} » comme acquis, et rien de daté n’y engage ${enumerer([first, ...others].map(nom))}.`,
          issue:
            'Donnez la date de la notification, de la délibération ou de la convention, ou dites la recette seulement sollicitée.',
          saisie: 'La date s’écrit dans « acquis_le ».',
        },
      ];
    }),
  );
}

function signaturesSansDate({ study, acteur: nom }: ContexteCoherence): Contradiction[] {
  const { conventions = [], scenario } = study.mode_operatoire ?? {};
  return conventions.flatMap(({ id, partenaire, objet, etat, signee_le: signed }, i): Contradiction[] => {
    if (etat !== 'signee' || signed !== undefined || scenario === undefined) return [];
    const [first = `scenarios/${scenario}`, ...others] = appuisSur(study, partenaire)
      .map(({ chemin }) => chemin)
      .filter((chemin) => chemin.startsWith(`scenarios/${scenario}/`));
    return [
      {
        chemin: `mode_operatoire/conventions/${id ?? i + 1}/etat`,
        contre: [first, ...others],
        message: `la convention avec ${nom(partenaire)} (« ${objet} ») est dite signée sans date de signature, et le scénario compte dessus.`,
        issue: 'Donnez la date de signature, ou dites la convention en discussion.',
        saisie: 'La date s’écrit dans « signee_le ».',
      },
    ];
  });
}

export const engagementSansPreuve: RegleCoherence = {
  code: 'engagement-sans-preuve',
  gravite: 'attention',
  titre: 'Un engagement est tenu pour acquis sans rien qui le prouve.',
  explication:
    'Un acteur dit volontaire ou engagé, une recette dite acquise, une convention dite signée portent un scénario. Chacun se prouve par une date : celle d’une lettre, d’une délibération, d’une réunion tenue où l’organisme était présent, d’une convention signée. Une réunion illustrative ne prouve rien. Une recette acquise peut aussi tenir à l’engagement daté de qui la donne ; ce que le porteur se donne à lui-même ne tient qu’à un vote (« acquis_le »).',
  exemple: 'engagement: engage\nengagement_date: "2018-06-12"',
  livrables: ['scenarios', 'mode-operatoire'],
  verifier: (contexte) => [
    ...acteursSansPreuve(contexte),
    ...recettesSansPreuve(contexte),
    ...fondsPropresSansVote(contexte),
    ...signaturesSansDate(contexte),
  ],
};

export const PREUVES = [engagementSansPreuve] as const;
