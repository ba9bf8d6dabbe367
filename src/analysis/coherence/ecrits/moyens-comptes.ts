/** « les neuf partenaires du scénario », « ses quatre outils »: what a sentence counts of the means of one scenario, against those that it lists. */
import type { Study } from '../../../study/study.js';
import type { Scenario } from '../../../study/types.gen.js';
import { compte } from '../../../texte/accords.js';
import { CLOS, debutDePhrase } from '../../../texte/propos.js';
import { memeMot, motsDe, quantitesEcrites } from '../../../texte/quantites-ecrites.js';
import { scenarioDecrit } from '../../scenarios/decrit.js';
import { nomDuScenario } from '../../scenarios/noms.js';
import { scenarioNomme } from './cibles.js';
import type { Dementi, Lecteur } from './lecteur.js';
import { NOMBRE, nomNu, propositions, valeurDe } from './propositions.js';

/** All are meant, and they are those of the scenario. */
const DU_SCENARIO = `(?:(?=${CLOS})| (?:du scenario|du dispositif|du reseau|conventionnes|signataires)(?=${CLOS}| ))`;
const PARTENAIRES = new RegExp(`^partenaires${DU_SCENARIO}`);
const OUTILS = new RegExp(`^outils (?:du scenario|du dispositif|achetes)(?=${CLOS}| )`);
const TOUS = /(?:^|\b)(?:les|ses|des|aux|avec les|avec ses)$/;
const RESEAU = /\b(?:reseau|groupe|collectif|equipe) (?:anime |uni )?de$/;

/** The most bodies that may be called its partners: those that it lists, who bears it, holds a role or signs. */
function leplusDe({ partenaires, porteur, roles }: Scenario, study: Study, mine: boolean): number {
  const signed = mine ? (study.mode_operatoire?.conventions ?? []).map(({ partenaire }) => partenaire) : [];
  return new Set([
    porteur,
    ...partenaires.map(({ acteur }) => acteur),
    ...(roles ?? []).flatMap(({ acteurs }) => acteurs),
    ...signed,
  ]).size;
}

const EMPLOIE = new RegExp(
  `^(?<qui>.+?) (?:emploie|achete|utilise|mobilise|loue|s'equipe de|dispose de) (?<n>${NOMBRE}) (?<quoi>[a-z'-]+)$`,
);

/** « ce scénario emploie deux remorques », which its tools count otherwise. */
function outilCompte(study: Study, scenario: Scenario, phrase: string, ou: string): Dementi | null {
  if (!/emploi|ach[eè]te|utilise|mobilise|loue|équipe|dispose/.test(phrase)) return null;
  for (const part of propositions(phrase)) {
    const { qui = '', n, quoi = '' } = EMPLOIE.exec(part)?.groups ?? {};
    const told = valeurDe(n);
    if (told === undefined || scenarioNomme(study, nomNu(qui), ou) !== scenario) continue;
    const own = (scenario.outils ?? []).flatMap(({ outil, quantite = 1 }, rank) => {
      const nom = study.outils.find(({ id }) => id === outil)?.nom ?? '';
      return memeMot(motsDe(nom)[0] ?? '', quoi) ? [{ nom, quantite, rank }] : [];
    });
    const [first] = own;
    const total = own.reduce((sum, { quantite }) => sum + quantite, 0);
    if (first && told !== total)
      return {
        valeur: told,
        dit: `« ${nomDuScenario(scenario)} » en compte ${total} (« ${first.nom} »)`,
        contre: [`scenarios/${scenario.id}/outils/${first.rank + 1}`],
      };
  }
  return null;
}

export function moyensComptes(study: Study): Lecteur {
  const described = scenarioDecrit(study);
  const scenarioDe = (ou: string): Scenario | undefined => {
    const [collection, rank] = ou.split('/');
    if (collection === 'scenarios') return study.scenarios[Number(rank)];
    return collection === 'mode_operatoire' || collection === 'mode-operatoire' ? described : undefined;
  };
  return (phrase, ou) => {
    const scenario = scenarioDe(ou);
    if (!scenario) return [];
    const named = outilCompte(study, scenario, phrase, ou);
    if (named) return [named];
    if (!/partenaires|outils/.test(phrase)) return [];
    return quantitesEcrites(phrase).flatMap(({ valeur, avant, suite }): Dementi[] => {
      const before = debutDePhrase(avant, true);
      const all = TOUS.test(before);
      if (valeur < 2 || /\b(?:sur|parmi|dont|deux|trois|quatre|cinq) (?:les|des)$/.test(before)) return [];
      if (PARTENAIRES.test(suite) && (all || RESEAU.test(before))) {
        const most = leplusDe(scenario, study, scenario === described);
        return valeur <= most
          ? []
          : [
              {
                valeur,
                dit: `« ${nomDuScenario(scenario)} » n’en compte que ${compte(scenario.partenaires.length, 'partenaire')}`,
                contre: [`scenarios/${scenario.id}/partenaires`],
              },
            ];
      }
      const tools = new Set((scenario.outils ?? []).map(({ outil }) => outil)).size;
      return OUTILS.test(suite) && all && tools > 0 && valeur > tools
        ? [
            {
              valeur,
              dit: `« ${nomDuScenario(scenario)} » n’en compte que ${compte(tools, 'outil')}`,
              contre: [`scenarios/${scenario.id}/outils`],
            },
          ]
        : [];
    });
  };
}
