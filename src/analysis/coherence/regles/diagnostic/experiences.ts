/** What an experience from elsewhere cannot be: a staff without measure with those who are named or served, news from before it began; and one that nobody kept, which inspires. */
import { compte } from '../../../../texte/accords.js';
import { anterieur, duJour, leJour } from '../../../../texte/dates.js';
import { nombreFr } from '../../../../texte/nombres.js';
import { quantitesEcrites } from '../../../../texte/quantites-ecrites.js';
import { fourchette } from '../../../montants.js';
import type { Contradiction, RegleCoherence } from '../../regle.js';

/** Inhabitants for one full time, and euros a year for one inhabitant, that no service has. Bounds of measure, chosen wide, and of no source. */
const HABITANTS_PAR_ETP = 50;
const EUROS_PAR_HABITANT = 1_000;
/** So many times the people that the sentence names. */
const DECUPLE = 10;

/** « Un directeur et son équipe », « Deux agents par commune »: more people than those that are counted. */
const DAUTRES =
  /(?<!\p{L})(?:équipes?|par|chaque|chacune?|dont|des|plusieurs|bénévoles|services?|ses|leurs)(?!\p{L})/iu;
/** Most people that a sentence counts, when it counts them all; years are no people, and « une » is often an article. */
const personnes = (texte: string): number =>
  DAUTRES.test(texte)
    ? 0
    : Math.max(0, ...quantitesEcrites(texte).flatMap(({ valeur }) => (valeur > 1 && valeur < 1900 ? [valeur] : [])));

export const experienceDemesuree: RegleCoherence = {
  code: 'experience-demesuree',
  gravite: 'attention',
  titre: 'Une expérience a un effectif, ou un budget, sans mesure avec sa population.',
  explication:
    'L’effectif d’une expérience (« etp ») n’est pas dix fois le plus grand nombre que ses moyens humains écrivent (« Trois chargés de mission »), et ne fait pas un temps plein pour moins de cinquante habitants (« territoire.population ») ; son budget annuel ne passe pas mille euros par habitant : un chiffre a été perdu ou ajouté.',
  livrables: ['diagnostic'],
  verifier: ({ study: { experiences } }) =>
    experiences.flatMap(
      ({ id, nom, etp = 0, moyens_humains: texte, budget_annuel: budget, territoire }): Contradiction[] => {
        const { population = 0 } = territoire;
        const named = texte === undefined ? 0 : personnes(texte);
        const spent = fourchette(budget)?.min ?? 0;
        const at = `experiences/${id}`;
        const issue = 'Corrigez celui des deux qui est faux.';
        if (named > 0 && etp >= DECUPLE * named && etp > 1)
          return [
            {
              chemin: `${at}/etp`,
              contre: [`${at}/moyens_humains`],
              message: `« ${nom} » compte ${nombreFr(etp)} équivalents temps plein, et écrit « ${texte} ».`,
              issue,
            },
          ];
        if (population <= 0) return [];
        if (etp >= 1 && population < HABITANTS_PAR_ETP * etp)
          return [
            {
              chemin: `${at}/territoire/population`,
              contre: [`${at}/etp`],
              message: `« ${nom} » a ${compte(population, 'habitant')} pour ${nombreFr(etp)} ETP.`,
              issue,
            },
          ];
        return spent <= EUROS_PAR_HABITANT * population
          ? []
          : [
              {
                chemin: `${at}/territoire/population`,
                contre: [`${at}/budget_annuel`],
                message: `« ${nom} » a ${compte(population, 'habitant')} et dépense ${compte(spent, 'euro')} par an, plus de mille euros pour chacun.`,
                issue,
              },
            ];
      },
    ),
};

/** What leads to a creation comes before it. */
const NAISSANCE = /préfigur|créat|création|projet|annonc|délibér|lancement|statuts|\bvot/i;

export const nouvelleAvantCreation: RegleCoherence = {
  code: 'nouvelle-avant-creation',
  gravite: 'attention',
  titre: 'Une expérience a des nouvelles d’avant sa création.',
  explication:
    'Ce qu’une expérience est devenue (« actualisations ») suit sa création (« creation »), l’année même au plus tôt ; ce qui y mène (« Sa préfiguration est votée ») n’est pas relevé.',
  livrables: ['diagnostic'],
  verifier: ({ study: { experiences } }) =>
    experiences.flatMap(({ id, nom, creation, actualisations = [] }) =>
      actualisations.flatMap(({ date, texte }, i): Contradiction[] =>
        creation === undefined || !anterieur(date, creation) || NAISSANCE.test(texte)
          ? []
          : [
              {
                chemin: `experiences/${id}/actualisations/${i + 1}/date`,
                contre: [`experiences/${id}/creation`],
                message: `une nouvelle de « ${nom} » est datée ${duJour(date)}, et l’expérience est créée ${leJour(creation)}.`,
                issue: 'Corrigez une des deux dates.',
              },
            ],
      ),
    ),
};

export const inspirationNonRetenue: RegleCoherence = {
  code: 'inspiration-non-retenue',
  gravite: 'attention',
  titre: 'Un scénario s’inspire d’une expérience que l’étude n’a pas retenue.',
  explication:
    'Les expériences dont un scénario s’inspire (« inspirations ») sont de celles que le diagnostic présente : retenues (« retenue: true »), ou la référence du territoire (« reference_interne: true »). Les lecteurs ne trouveraient nulle part ce que les autres ont appris.',
  livrables: ['diagnostic', 'scenarios'],
  verifier: ({ study: { experiences, scenarios } }) =>
    scenarios.flatMap(({ id, titre, inspirations = [] }) =>
      inspirations.flatMap((one, i): Contradiction[] => {
        const experience = experiences.find((other) => other.id === one);
        if (!experience || experience.retenue || experience.reference_interne) return [];
        return [
          {
            chemin: `scenarios/${id}/inspirations/${i + 1}`,
            contre: [`experiences/${experience.id}/retenue`],
            message: `« ${titre} » s’inspire de « ${experience.nom} », que l’étude n’a pas retenue.`,
            issue: 'Retenez l’expérience, ou retirez-la des inspirations.',
          },
        ];
      }),
    ),
};

export const EXPERIENCES = [experienceDemesuree, nouvelleAvantCreation, inspirationNonRetenue] as const;
