/** Those who were heard, against those who live there. */
import { sum } from 'd3-array';
import type { Study } from '../../../../study/study.js';
import { compte } from '../../../../texte/accords.js';
import { nomDeRencontre } from '../../../vocabulaire.js';
import type { Contradiction } from '../../regle.js';

/** More people heard at once than live in the territory; who passes through it is not counted there. */
export const entendusAuDela = ({ participation, etude }: Study, people: number): Contradiction[] =>
  participation.flatMap((one) => {
    const { id, participants = {} } = one;
    const passing = etude.publics.some(
      ({ id: own, effectif_compte: counts }) => counts === 'passage' && own in participants,
    );
    const heard = sum(Object.values(participants));
    return people <= 0 || passing || heard <= people
      ? []
      : [
          {
            chemin: `participation/${id}/participants`,
            contre: ['territoire/communes'],
            message: `« ${nomDeRencontre(one)} » a entendu ${compte(heard, 'personne')} ; le territoire n’a que ${compte(people, 'habitant')}.`,
            issue: 'Corrigez le nombre des participants.',
          },
        ];
  });

/** What was sent to a public, and who of it was met, at each time of participation that counts them. */
export const recueilAupres = ({ participation }: Study, id: string) =>
  participation.flatMap((one) => {
    const { id: time, envoyes, participants = {} } = one;
    const met = participants[id];
    const alone = Object.keys(participants).length === 1;
    const nom = `« ${nomDeRencontre(one)} »`;
    if (met === undefined) return [];
    return [
      { chemin: `participation/${time}/participants/${id}`, nombre: met, dit: `${nom} en a entendu` },
      ...(envoyes === undefined || !alone
        ? []
        : [
            {
              chemin: `participation/${time}/envoyes`,
              nombre: envoyes,
              dit: `${nom} lui a envoyé des questionnaires au nombre de`,
            },
          ]),
    ];
  });
