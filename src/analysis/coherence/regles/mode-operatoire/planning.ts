/** The plan of the experimentation: gates before what they open, signatures within their task, delays that can be kept, reserves taken up. */

import { conditionsDuMode } from '../../../../study/conditions.js';
import type { Study } from '../../../../study/study.js';
import { compte, compteEnLettres, minuscule } from '../../../../texte/accords.js';
import { anterieur, dateEnLettres, leJour, periode } from '../../../../texte/dates.js';
import { nombreFr } from '../../../../texte/nombres.js';
import { lendemain, predecesseurs, premierJour } from '../../../mode-operatoire/calendrier.js';
import { analyserParcours } from '../../../mode-operatoire/parcours.js';
import type { Contradiction, RegleCoherence } from '../../regle.js';

const TACHES = 'mode_operatoire/taches';

interface Ouverture {
  tache: string;
  chemin: string;
  date: string;
  dit: string;
}

/** When what opens a spending was really done: the task that asks for an aid, or that has a decision taken, and the conditions that it fulfils. */
function ouverturesReelles({ mode_operatoire: mode }: Study, porte: 'aide' | 'decision'): Ouverture[] {
  const de = porte === 'aide' ? 'de l’aide' : 'de la décision';
  return (mode?.taches ?? [])
    .filter((one) => one.porte === porte)
    .flatMap(({ id, libelle, fin_reelle }) => [
      ...(fin_reelle === undefined
        ? []
        : [
            {
              tache: id,
              chemin: `${TACHES}/${id}/fin_reelle`,
              date: fin_reelle,
              dit: `« ${libelle} », qui ${porte === 'aide' ? 'ouvre l’aide' : 'en décide'}, n’est finie que`,
            },
          ]),
      // The day on which the task was done tells when the way was open: a condition that it serves may be met later, as the answer to a request is.
      ...conditionsDuMode(mode?.conditions).flatMap(({ libelle: condition, tache, remplie_le: date, chemin }) =>
        tache !== id || date === undefined || (porte === 'aide' && fin_reelle !== undefined)
          ? []
          : [
              {
                tache: id,
                chemin: `mode_operatoire/${chemin}/remplie_le`,
                date,
                dit: `la condition ${de} « ${condition.replace(/\.$/, '')} » n’est remplie que`,
              },
            ],
      ),
    ]);
}

type Tache = NonNullable<NonNullable<Study['mode_operatoire']>['taches']>[number];

/** What engaged money before what opens it, of those that `attend` says to wait for it. A task that has not begun has engaged nothing. */
const engagees = (
  taches: readonly Tache[],
  ouvertures: readonly Ouverture[],
  attend: (id: string, ouverture: string) => boolean,
  issue: string,
  saisie: string,
): Contradiction[] =>
  ouvertures.flatMap(({ tache: opening, chemin, date, dit }) =>
    taches
      .filter(
        ({ id, engage, debut, debut_reel, avancement = 0 }) =>
          engage &&
          id !== opening &&
          attend(id, opening) &&
          (debut_reel !== undefined || avancement > 0) &&
          anterieur(debut_reel ?? debut, date),
      )
      .map(
        (tache): Contradiction => ({
          chemin: `${TACHES}/${tache.id}/${tache.debut_reel === undefined ? 'debut' : 'debut_reel'}`,
          contre: [chemin],
          message: `« ${tache.libelle} » engage une dépense ${leJour(tache.debut_reel ?? tache.debut)} ; ${dit} ${leJour(date)}.`,
          issue,
          saisie,
        }),
      ),
  );

export const engagementAvantDecision: RegleCoherence = {
  code: 'engagement-avant-decision',
  gravite: 'attention',
  titre: 'Une dépense est engagée avant la décision qu’elle attendait.',
  explication:
    'Une tâche qui engage (« engage: true ») et qui attend, directement ou par d’autres (« apres »), une tâche qui fait décider (« porte: decision ») ne commence pas avant que la décision soit prise : sa fin réelle (« fin_reelle »), et le jour où les conditions qu’elle remplit le sont (« remplie_le »).',
  livrables: ['mode-operatoire', 'bilan'],
  verifier: ({ study }) => {
    const taches = study.mode_operatoire?.taches ?? [];
    const before = predecesseurs(taches);
    return engagees(
      taches,
      ouverturesReelles(study, 'decision'),
      (id, opening) => before.get(id)?.has(opening) ?? false,
      'Corrigez une des deux dates, ou dites qui a engagé la dépense et à quel titre.',
      'Qui l’a engagée se dit dans « motif » de « regles_ecartees » (etude.yaml), avec cette règle.',
    );
  },
};

export const engagementAvantAide: RegleCoherence = {
  code: 'engagement-avant-aide',
  gravite: 'attention',
  titre: 'Une tâche engage une dépense avant que l’aide ait été demandée.',
  explication:
    'Une dépense engagée avant le dépôt de la demande n’est pas aidée. Une tâche qui engage (« engage: true ») attend la tâche qui ouvre l’aide (« porte: aide »), directement ou par d’autres (« apres »), et ne commence pas avant sa fin, prévue ou réelle (« fin_reelle »), à défaut de celle-ci avant que les conditions qu’elle remplit ne le soient (« remplie_le »). De plusieurs aides, l’une suffit.',
  livrables: ['mode-operatoire'],
  verifier: ({ study }) => {
    const taches = study.mode_operatoire?.taches ?? [];
    const before = predecesseurs(taches);
    // Of several aids, each with its own request, one is enough for a spending: which one pays it is not told.
    const aids = taches.filter(({ porte }) => porte === 'aide');
    const waits = ({ id, debut }: Tache): boolean =>
      aids.some((aid) => premierJour(debut) >= lendemain(aid.fin) && !!before.get(id)?.has(aid.id));
    const real = engagees(
      taches,
      ouverturesReelles(study, 'aide'),
      (id, opening) => aids.length === 1 || (before.get(id)?.has(opening) ?? false),
      'Corrigez une des deux dates, ou dites que l’aide ne paie pas cette dépense.',
      'Cela se dit dans « motif » de « regles_ecartees » (etude.yaml), avec cette règle.',
    );
    const planned = aids.flatMap((aide) =>
      taches
        .filter((one) => one.engage && one.id !== aide.id && !waits(one))
        .map(
          (tache): Contradiction => ({
            chemin: `${TACHES}/${tache.id}`,
            contre: [`${TACHES}/${aide.id}`],
            message:
              premierJour(tache.debut) < lendemain(aide.fin)
                ? `« ${tache.libelle} » engage une dépense ${leJour(tache.debut)}, avant la fin de « ${aide.libelle} » (${dateEnLettres(aide.fin)}).`
                : `« ${tache.libelle} » engage une dépense sans attendre « ${aide.libelle} ».`,
            issue: 'Faites-la attendre le dépôt de la demande, ou dites que rien n’y est dépensé.',
            saisie: 'L’attente s’écrit dans « apres », la dépense dans « engage ».',
          }),
        ),
    );
    return [...planned, ...real];
  },
};

export const tacheTropTot: RegleCoherence = {
  code: 'tache-trop-tot',
  gravite: 'attention',
  titre: 'Une tâche est prévue avant la fin d’une autre qu’elle attend.',
  explication:
    'Les marges et le chemin critique se calculent sur les dates prévues. Une tâche qui en attend une autre (« apres ») ne peut pas commencer avant la fin de celle-ci.',
  livrables: ['mode-operatoire'],
  verifier: ({ study }) => {
    const taches = study.mode_operatoire?.taches ?? [];
    return taches.flatMap((apres) =>
      (apres.apres ?? []).flatMap((id): Contradiction[] => {
        const avant = taches.find((one) => one.id === id);
        if (!avant || premierJour(apres.debut) >= lendemain(avant.fin)) return [];
        return [
          {
            chemin: `${TACHES}/${apres.id}/debut`,
            contre: [`${TACHES}/${avant.id}/fin`],
            message: `« ${apres.libelle} » commence ${leJour(apres.debut)} et attend « ${avant.libelle} », qui finit ${leJour(avant.fin)}.`,
            issue: 'Corrigez une des deux dates, ou le lien.',
          },
        ];
      }),
    );
  },
};

export const signatureHorsTache: RegleCoherence = {
  code: 'signature-hors-tache',
  gravite: 'attention',
  titre: 'Une convention est signée hors de la tâche qui doit la signer.',
  explication:
    'La signature prévue d’une convention tombe entre le début et la fin de la tâche que la convention nomme (« tache ») ; l’échéance d’une condition n’est pas avant la fin de la sienne.',
  livrables: ['mode-operatoire'],
  verifier: ({ study, acteur }) => {
    const { taches = [], conventions = [], conditions } = study.mode_operatoire ?? {};
    const find = (id: string | undefined) => taches.find((one) => one.id === id);
    const signatures = conventions.flatMap((convention, index): Contradiction[] => {
      const { signature_prevue: day, partenaire, id } = convention;
      const tache = find(convention.tache);
      if (!tache || !day) return [];
      if (lendemain(day) > premierJour(tache.debut) && premierJour(day) < lendemain(tache.fin)) return [];
      return [
        {
          chemin: `mode_operatoire/conventions/${id ?? index + 1}/signature_prevue`,
          contre: [`${TACHES}/${tache.id}`],
          message: `la convention avec ${acteur(partenaire)} doit être signée ${leJour(day)} ; « ${tache.libelle} » va ${periode(tache.debut, tache.fin)}.`,
          issue: 'Corrigez la signature prévue, ou les dates de la tâche.',
        },
      ];
    });
    const deadlines = conditionsDuMode(conditions).flatMap(
      ({ libelle, echeance, tache: id, chemin }): Contradiction[] => {
        const tache = find(id);
        if (!tache || !echeance || lendemain(echeance) >= lendemain(tache.fin)) return [];
        return [
          {
            chemin: `mode_operatoire/${chemin}/echeance`,
            contre: [`${TACHES}/${tache.id}/fin`],
            message: `la condition « ${libelle} » est due ${leJour(echeance)}, avant la fin de « ${tache.libelle} » (${dateEnLettres(tache.fin)}), qui la remplit.`,
            issue: 'Corrigez l’échéance, ou la fin de la tâche.',
          },
        ];
      },
    );
    return [...signatures, ...deadlines];
  },
};

export const delaiIntenable: RegleCoherence = {
  code: 'delai-intenable',
  gravite: 'attention',
  titre: 'Un délai annoncé est plus court que les étapes qu’il couvre.',
  explication:
    'Les délais promis à ceux qui demandent (« delais_promis ») se comparent à la somme des délais de leurs étapes, en jours ouvrés. Une étape qui attend une instance (« instance ») prend au moins ce qui sépare deux réunions de celle-ci : deux mois, de vingt jours ouvrés, pour dix réunions par an.',
  livrables: ['mode-operatoire'],
  verifier: ({ study }) => {
    const mode = study.mode_operatoire;
    if (!mode) return [];
    return analyserParcours(mode).promesses.flatMap(({ libelle, jours, necessaires, tenue }, index): Contradiction[] =>
      tenue !== false || necessaires === null
        ? []
        : [
            {
              chemin: `mode_operatoire/delais_promis/${index + 1}/jours`,
              contre: [`mode_operatoire/parcours/${mode.delais_promis?.[index]?.etapes.at(-1) ?? '1'}`],
              message: `« ${libelle} » est annoncé en ${compte(jours, 'jour ouvré', 'jours ouvrés')} ; ses étapes en demandent ${nombreFr(necessaires)}.`,
              issue: 'Allongez le délai annoncé, ou raccourcissez une étape.',
            },
          ],
    );
  },
};

export const parcoursSansRefus: RegleCoherence = {
  code: 'parcours-sans-refus',
  gravite: 'attention',
  titre: 'Le parcours ne dit pas ce que devient une demande refusée.',
  explication:
    'Un dispositif qui écrit ce qu’il ne prend pas en charge (« exclusions ») reçoit des demandes hors de ses missions : une issue du parcours, de nature « refus » ou « hors-champ », dit ce qu’elles deviennent.',
  livrables: ['mode-operatoire'],
  verifier: ({ study }) => {
    const mode = study.mode_operatoire;
    if (!mode?.exclusions?.length || analyserParcours(mode).refusPrevu) return [];
    return [
      {
        chemin: 'mode_operatoire/parcours',
        contre: ['mode_operatoire/exclusions'],
        message: `${minuscule(compteEnLettres(mode.exclusions.length, 'exclusion est écrite', 'exclusions sont écrites'))}, et aucune issue du parcours ne dit ce que devient une demande refusée ou hors des missions.`,
        issue: 'Ajoutez une issue à l’étape qui trie, pour ce qui est refusé ou hors des missions.',
        saisie: 'Une issue le dit par « nature: hors-champ » ou « nature: refus ».',
      },
    ];
  },
};

export const jalonQuiDure: RegleCoherence = {
  code: 'jalon-qui-dure',
  gravite: 'attention',
  titre: 'Un jalon dure plus d’un jour.',
  explication: 'Un jalon (« jalon: true ») est un jour : il finit quand il commence.',
  livrables: ['mode-operatoire'],
  verifier: ({ study }) =>
    (study.mode_operatoire?.taches ?? []).flatMap(({ id, libelle, jalon, debut, fin }): Contradiction[] =>
      !jalon || debut === fin
        ? []
        : [
            {
              chemin: `${TACHES}/${id}/jalon`,
              contre: [`${TACHES}/${id}/fin`],
              message: `« ${libelle} » est un jalon et dure ${periode(debut, fin)}.`,
              issue: 'Donnez-lui une date, ou faites-en une tâche.',
              saisie: 'Un jalon a le même jour dans « debut » et « fin » ; une tâche n’a pas « jalon: true ».',
            },
          ],
    ),
};

export const PLANNING = [
  engagementAvantAide,
  engagementAvantDecision,
  tacheTropTot,
  signatureHorsTache,
  delaiIntenable,
  parcoursSansRefus,
  jalonQuiDure,
] as const;
