/** The order of what a study lives through: contract, documents, meetings, decisions, and what became of them. */

import { compte } from '../../../../texte/accords.js';
import { anterieur, duJour, leJour, moisAbsolu, ordreDates, posterieur } from '../../../../texte/dates.js';
import { titreReunion } from '../../../comite.js';
import { nomDeRencontre } from '../../../vocabulaire.js';
import type { Contradiction, RegleCoherence } from '../../regle.js';

export const documentsApresReunion: RegleCoherence = {
  code: 'documents-apres-reunion',
  gravite: 'attention',
  titre: 'Les documents d’une réunion sont envoyés après elle.',
  explication:
    'Les membres d’une instance reçoivent ce qu’ils examinent avant de se réunir : « envoi_documents » n’est pas postérieur à « date ».',
  livrables: ['copil'],
  verifier: ({ study: { reunions } }) =>
    reunions.flatMap((reunion): Contradiction[] => {
      const { id, date, envoi_documents: sent } = reunion;
      if (sent === undefined || !posterieur(sent, date)) return [];
      return [
        {
          chemin: `reunions/${id}/envoi_documents`,
          contre: [`reunions/${id}/date`],
          message: `les documents de « ${titreReunion(reunion)} » partent ${leJour(sent)}, après la réunion (${leJour(date)}).`,
          issue: 'Corrigez une des deux dates.',
        },
      ];
    }),
};

export const fixeeApresReunion: RegleCoherence = {
  code: 'fixee-apres-la-reunion',
  gravite: 'attention',
  titre: 'Le jour d’une réunion est fixé après elle, ou après l’envoi de ses documents.',
  explication:
    'Une réunion se fixe, puis se prépare, puis se tient : « fixee_le » ne vient ni après « date », ni après « envoi_documents ». Un dossier plus ancien que ce jour annonce la réunion sans sa date.',
  livrables: ['copil'],
  verifier: ({ study: { reunions } }) =>
    reunions.flatMap((reunion): Contradiction[] => {
      const { id, fixee_le: fixed } = reunion;
      const champ = (['envoi_documents', 'date'] as const).find((one) => {
        const day = reunion[one];
        return fixed !== undefined && day !== undefined && posterieur(fixed, day);
      });
      const day = champ === undefined ? undefined : reunion[champ];
      if (fixed === undefined || champ === undefined || day === undefined) return [];
      return [
        {
          chemin: `reunions/${id}/fixee_le`,
          contre: [`reunions/${id}/${champ}`],
          message: `le jour de « ${titreReunion(reunion)} » est fixé ${leJour(fixed)}, après ${champ === 'date' ? 'la réunion' : 'l’envoi de ses documents'} (${leJour(day)}).`,
          issue: 'Corrigez une des deux dates.',
        },
      ];
    }),
};

export const suiteAvantReunion: RegleCoherence = {
  code: 'suite-avant-reunion',
  gravite: 'attention',
  titre: 'Ce qu’une réunion a demandé est daté d’avant elle.',
  explication:
    'La suite donnée à une décision ou à une réserve (« suites ») et son échéance viennent après la réunion qui l’a prise, le jour même au plus tôt.',
  livrables: ['copil', 'mode-operatoire', 'bilan'],
  verifier: ({ study: { reunions } }) =>
    reunions.flatMap((reunion) =>
      (reunion.decisions ?? []).flatMap(({ suites = [], echeance }, d) => {
        const path = `reunions/${reunion.id}/decisions/${d + 1}`;
        const dated = [
          ...(echeance === undefined ? [] : [{ chemin: `${path}/echeance`, date: echeance, quoi: 'l’échéance' }]),
          ...suites.map(({ date }, s) => ({ chemin: `${path}/suites/${s + 1}/date`, date, quoi: 'la suite donnée' })),
        ];
        return dated
          .filter(({ date }) => anterieur(date, reunion.date))
          .map(
            ({ chemin, date, quoi }): Contradiction => ({
              chemin,
              contre: [`reunions/${reunion.id}/date`],
              message: `${quoi} à une décision de « ${titreReunion(reunion)} » est datée d’avant la réunion (${leJour(date)}, réunion ${leJour(reunion.date)}).`,
              issue: 'Corrigez une des deux dates.',
            }),
          );
      }),
    ),
};

export const avantLeMarche: RegleCoherence = {
  code: 'avant-le-marche',
  gravite: 'attention',
  titre: 'L’étude se réunit, enquête ou travaille avant la date de son marché.',
  explication:
    'Une réunion, un temps de participation et une tâche du mode opératoire appartiennent à la mission : aucun n’est antérieur à la date du marché (« marche.date » de etude.yaml), ni une réunion fixée avant lui et plus d’un an d’avance (« fixee_le »).',
  livrables: ['diagnostic', 'mode-operatoire', 'copil'],
  verifier: ({ study: { reunions, participation, etude, mode_operatoire: mode } }) => {
    const start = etude.marche?.date;
    if (start === undefined) return [];
    const early = [
      ...reunions.map((one) => ({ chemin: `reunions/${one.id}/date`, date: one.date, nom: titreReunion(one) })),
      ...reunions.flatMap((one) =>
        one.fixee_le !== undefined && moisAbsolu(one.date) - moisAbsolu(one.fixee_le) > 12
          ? [{ chemin: `reunions/${one.id}/fixee_le`, date: one.fixee_le, nom: titreReunion(one) }]
          : [],
      ),
      ...participation.map((one) => ({
        chemin: `participation/${one.id}/date`,
        date: one.date,
        nom: nomDeRencontre(one),
      })),
      ...(mode?.taches ?? []).map(({ id, libelle, debut, debut_reel }) => ({
        chemin: `mode_operatoire/taches/${id}/${debut_reel === undefined ? 'debut' : 'debut_reel'}`,
        date: debut_reel ?? debut,
        nom: libelle,
      })),
    ]
      .filter(({ date }) => anterieur(date, start))
      .sort((a, b) => ordreDates(a.date, b.date));
    const [first, ...others] = early;
    if (!first) return [];
    const also = others.length > 0 ? `, et ${compte(others.length, 'autre date', 'autres dates')}` : '';
    return [
      {
        chemin: 'etude/marche/date',
        contre: [first.chemin, ...others.map(({ chemin }) => chemin)],
        message: `le marché est ${duJour(start)} ; « ${first.nom} » ${first.chemin.endsWith('fixee_le') ? 'est fixée' : 'commence'} avant lui, ${leJour(first.date)}${also}.`,
        issue: 'Corrigez la date du marché, ou celles de ce qui le précède.',
      },
    ];
  },
};

export const reunionPasseePrevue: RegleCoherence = {
  code: 'reunion-passee-prevue',
  gravite: 'attention',
  titre: 'Une réunion est dite prévue à une date passée.',
  explication:
    'Une réunion prévue (« etat: prevue ») n’est pas antérieure à la date de l’étude (« date » de etude.yaml) : elle a été tenue, reportée ou annulée.',
  livrables: ['copil'],
  verifier: ({ study: { reunions }, au }) =>
    reunions.flatMap((reunion): Contradiction[] =>
      // What it decided, or who sat there, says that it was held (`decision-sans-reunion`).
      reunion.etat !== 'prevue' || !anterieur(reunion.date, au) || reunion.decisions?.length || reunion.presents?.length
        ? []
        : [
            {
              chemin: `reunions/${reunion.id}/etat`,
              contre: ['etude/date'],
              message: `« ${titreReunion(reunion)} » est dite prévue ${leJour(reunion.date)} ; l’étude est arrêtée ${leJour(au)}.`,
              issue: 'Dites ce que la réunion est devenue, ou corrigez une des deux dates.',
              saisie: 'Ce qu’elle est devenue s’écrit dans reunions.yaml : « etat: tenue » ou « etat: annulee ».',
            },
          ],
    ),
};

export const CALENDRIER_REUNIONS = [
  documentsApresReunion,
  fixeeApresReunion,
  suiteAvantReunion,
  avantLeMarche,
  reunionPasseePrevue,
] as const;
