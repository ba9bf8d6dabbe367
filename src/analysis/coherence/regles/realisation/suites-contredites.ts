/** The ways on that the evaluation proposes, against what each of them is. */
import { sansPoint } from '../../../../texte/accords.js';
import { nombreFr } from '../../../../texte/nombres.js';
import { euros, fourchette } from '../../../montants.js';
import { scenarioDecrit } from '../../../scenarios/decrit.js';
import type { Contradiction, RegleCoherence } from '../../regle.js';

export const suiteContredite: RegleCoherence = {
  code: 'suite-contredite',
  gravite: 'attention',
  titre: 'Une suite n’est pas ce que dit son nom.',
  explication:
    'Arrêter (« option: arreter ») ne rend plus de service : ses volumes (« volumes ») sont nuls. Étendre (« option: etendre ») ne coûte pas moins que continuer : le plus que coûte l’extension (« cout ») n’est pas sous le moins que coûte la reconduction, et aucun des volumes que les deux comptent n’y est plus petit.',
  livrables: ['bilan'],
  verifier: ({ study }) => {
    const { evaluation } = study;
    const modalities = scenarioDecrit(study)?.modalites ?? [];
    const nom = (id: string): string => sansPoint(modalities.find((one) => one.id === id)?.description ?? id);
    const suites = (evaluation?.suites ?? []).map((one, i) => ({ ...one, at: `evaluation/suites/${i + 1}` }));
    const [arret, reconduction, extension] = (['arreter', 'continuer', 'etendre'] as const).map((option) =>
      suites.find((one) => one.option === option),
    );
    const served = (arret?.volumes ?? []).findIndex(({ volume }) => volume > 0);
    const found: Contradiction[] = [];
    if (arret && served >= 0)
      found.push({
        chemin: `${arret.at}/volumes/${served + 1}`,
        contre: [`${arret.at}/option`],
        message: `la suite qui arrête (« ${arret.resume} ») rend encore des services.`,
        issue: 'Retirez ses volumes, ou corrigez l’option.',
      });
    const [low, high] = [fourchette(reconduction?.cout), fourchette(extension?.cout)];
    if (reconduction && extension && low && high && high.max < low.min)
      found.push({
        chemin: `${extension.at}/cout`,
        contre: [`${reconduction.at}/cout`],
        message: `étendre coûterait ${euros(high.mode)}, et continuer ${euros(low.mode)}.`,
        issue: 'Corrigez un des deux coûts, ou l’option.',
      });
    for (const [rank, { modalite, volume }] of (extension?.volumes ?? []).entries()) {
      const index = (reconduction?.volumes ?? []).findIndex((one) => one.modalite === modalite);
      const kept = reconduction?.volumes?.[index]?.volume;
      if (extension && reconduction && kept !== undefined && volume < kept)
        found.push({
          chemin: `${extension.at}/volumes/${rank + 1}`,
          contre: [`${reconduction.at}/volumes/${index + 1}`],
          message: `pour « ${nom(modalite)} », étendre compte ${nombreFr(volume)}, et continuer ${nombreFr(kept)}.`,
          issue: 'Corrigez un des deux volumes, ou l’option.',
        });
    }
    return found;
  },
};

export const SUITES_CONTREDITES = [suiteContredite] as const;
