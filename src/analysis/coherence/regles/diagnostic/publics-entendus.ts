/** Whom a scenario serves first against whom the study heard. */
import { sum } from 'd3-array';
import { accord, compte, enumerer } from '../../../../texte/accords.js';
import type { Contradiction, RegleCoherence } from '../../regle.js';

export const prioritaireNonEntendu: RegleCoherence = {
  code: 'prioritaire-non-entendu',
  gravite: 'attention',
  titre: 'Un scénario sert d’abord un public que l’étude n’a pas entendu.',
  explication:
    'Un public que le scénario sert d’abord (« publics_prioritaires ») a été entendu au moins une fois (« participants » du journal de la participation). Rien n’est dit tant que le journal ne compte personne, ou qu’une rencontre ne donne ses participants qu’en tout : on ne sait alors pas qui en était.',
  livrables: ['scenarios'],
  verifier: ({ study: { scenarios, participation, etude } }) => {
    const known = participation.every(
      ({ participants, participants_total: total = 0 }) => total <= sum(Object.values(participants ?? {})),
    );
    const heard = (id: string): number => sum(participation, ({ participants }) => participants?.[id] ?? 0);
    const all = sum(etude.publics, ({ id }) => heard(id));
    if (!known || all === 0) return [];
    return scenarios.flatMap(({ id, titre, publics_prioritaires: first }): Contradiction[] => {
      const silent = first.filter((one) => heard(one) === 0);
      if (silent.length === 0) return [];
      const noms = silent.map((one) => `« ${etude.publics.find((p) => p.id === one)?.libelle ?? one} »`);
      return [
        {
          chemin: `scenarios/${id}/publics_prioritaires`,
          contre: ['participation'],
          message: `« ${titre} » sert d’abord ${enumerer(noms)}, que le journal de la participation ne compte pas parmi ses ${compte(all, 'participation')}.`,
          issue: `Entendez ${accord(silent.length, 'ce public', 'ces publics')}, ou revoyez qui le scénario sert d’abord.`,
        },
      ];
    });
  },
};

export const PUBLICS_ENTENDUS = [prioritaireNonEntendu] as const;
