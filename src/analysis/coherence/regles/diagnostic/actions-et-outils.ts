/** Entries of the inventories against what they rest on: the money of an action, its place, tools that exist or not, an answer that is said to be good. */
import type { Study } from '../../../../study/study.js';
import { compte } from '../../../../texte/accords.js';
import { euros, nombreFr } from '../../../../texte/nombres.js';
import { fourchette, montantProbable } from '../../../montants.js';
import { depasse, quantite } from '../../quantites.js';
import type { Contradiction, RegleCoherence } from '../../regle.js';

type CoutUnitaire = NonNullable<Study['actions'][number]['couts_unitaires']>[number];

/** The least that the units of an action cost; of how many it takes nobody can guess: a tenth of a post, sixty metres of hedge at the price of a hundred. */
const moinsDe = ({ montant, quantite: taken = 0 }: CoutUnitaire): number => taken * (fourchette(montant)?.min ?? 0);

export const coutDeLAction: RegleCoherence = {
  code: 'cout-de-l-action',
  gravite: 'attention',
  titre: 'Le coût d’une action est sous ce qui la paie, ou sous ce que coûtent ses unités.',
  explication:
    'Les financements connus d’une action (« financements ») ne font pas plus que son coût total (« cout », sa borne haute s’il est incertain), à un euro près, et ce que coûtent ses unités (« couts_unitaires ») non plus : leur prix par leur « quantite ». Une unité dont la quantité n’est pas écrite n’est pas comparée.',
  livrables: ['diagnostic'],
  verifier: ({ study: { actions } }) =>
    actions.flatMap(({ id, titre, cout, couts_unitaires: units = [], financements = [] }): Contradiction[] => {
      const most = fourchette(cout)?.max;
      if (most === undefined) return [];
      const given = financements.reduce((total, { montant }) => total + quantite(montant), 0);
      const told = (champ: string, message: string): Contradiction => ({
        chemin: `actions/${id}/cout`,
        contre: [`actions/${id}/${champ}`],
        message,
        issue: 'Corrigez le coût total, ou ce qui le compose.',
      });
      return [
        ...(depasse(given - most, 1)
          ? [
              told(
                'financements',
                `« ${titre} » coûte ${euros(most)} au plus, et ses financements en apportent ${euros(given)}.`,
              ),
            ]
          : []),
        ...units.flatMap((unit, i) =>
          depasse(moinsDe(unit) - most, 1)
            ? [
                told(
                  `couts_unitaires/${i + 1}`,
                  `« ${titre} » coûte ${euros(most)} au plus, et « ${unit.libelle} » ${euros(montantProbable(unit.montant))} l’unité, prise ${nombreFr(unit.quantite ?? 0)} fois.`,
                ),
              ]
            : [],
        ),
      ];
    }),
};

/** « Une ou quelques communes »: more than half of those of the study are not. */
const PART_LOCALE = 0.5;
/** In a small territory, a few communes are more than half. */
const QUELQUES = 5;

export const lieuDeLAction: RegleCoherence = {
  code: 'lieu-de-l-action',
  gravite: 'attention',
  titre: 'Une action n’est pas là où l’on dit.',
  explication:
    'Une action conduite par un territoire voisin (« hors_territoire ») ne se déroule pas dans les communes de l’étude (« communes »), sauf si elle est plus large (« echelle: plus-large ») ; une action locale (« echelle: locale ») en touche quelques-unes, non plus de la moitié. La carte et la part du territoire se comptent sur ces communes.',
  livrables: ['diagnostic'],
  verifier: ({ study: { actions, territoire } }) =>
    actions.flatMap(({ id, titre, hors_territoire: away, echelle, communes = [] }): Contradiction[] => {
      const own = `actions/${id}/communes`;
      const issue = 'Corrigez l’étendue de l’action, ou ses communes.';
      if (away && echelle !== 'plus-large' && communes.length > 0)
        return [
          {
            chemin: `actions/${id}/hors_territoire`,
            contre: [own],
            message: `« ${titre} » est dite d’un territoire voisin, et déroulée dans ${compte(communes.length, 'commune')} de l’étude.`,
            issue,
          },
        ];
      if (
        echelle !== 'locale' ||
        communes.length <= QUELQUES ||
        communes.length <= PART_LOCALE * territoire.communes.length
      )
        return [];
      return [
        {
          chemin: `actions/${id}/echelle`,
          contre: [own],
          message: `« ${titre} » est dite locale, et touche ${nombreFr(communes.length)} des ${compte(territoire.communes.length, 'commune')} de l’étude.`,
          issue,
        },
      ];
    }),
};

export const outilACreer: RegleCoherence = {
  code: 'outil-a-creer',
  gravite: 'attention',
  titre: 'Un outil est à créer, et quelqu’un l’a déjà sur le territoire.',
  explication:
    'Un outil à créer (« disponibilite: a-creer ») n’est détenu par personne (« detenteur »), et une expérience du territoire même (« reference_interne ») ne l’emploie pas.',
  livrables: ['diagnostic', 'scenarios'],
  verifier: ({ study: { outils, experiences }, acteur }) =>
    outils.flatMap(({ id, nom, disponibilite, detenteur, experiences: users = [] }): Contradiction[] => {
      if (disponibilite !== 'a-creer') return [];
      const local = experiences.find(
        (one) => one.reference_interne && (users.includes(one.id) || one.outils?.includes(id)),
      );
      if (detenteur === undefined && !local) return [];
      return [
        {
          chemin: `outils/${id}/disponibilite`,
          contre: [
            detenteur !== undefined
              ? `outils/${id}/detenteur`
              : users.includes(local?.id ?? '')
                ? `outils/${id}/experiences`
                : `experiences/${local?.id}/outils`,
          ],
          message: `« ${nom} » est à créer, et ${detenteur === undefined ? `« ${local?.nom} », du territoire même, l’emploie` : `${acteur(detenteur)} le détient`}.`,
          issue: 'Dites qu’il existe, ou qu’il est à adapter, ou retirez qui l’a : le scénario dit qui l’achètera.',
          saisie: 'C’est « disponibilite » : existant ou a-adapter.',
        },
      ];
    }),
};

/** Whether a tool is known to cost nothing: there is nothing to buy. */
const neCouteRien = ({ cout }: Study['outils'][number]): boolean => {
  const told = [cout?.investissement, cout?.fonctionnement_annuel].flatMap((one) =>
    one === undefined ? [] : [quantite(one)],
  );
  return told.length > 0 && told.every((one) => one === 0);
};

export const outilHorsBudget: RegleCoherence = {
  code: 'outil-hors-budget',
  gravite: 'attention',
  titre: 'Une étape du parcours emploie un outil que le scénario n’achète pas.',
  explication:
    'Un outil qui n’existe pas encore, ou qu’il faut adapter (« disponibilite »), n’est là que si le scénario le compte dans ses « outils » : une étape du parcours qui l’emploie sans cela n’a pas de quoi se faire. Un outil dont le coût est dit nul n’est pas à acheter.',
  livrables: ['mode-operatoire'],
  verifier: ({ study }) => {
    const { mode_operatoire: mode, scenarios, outils } = study;
    const scenario = scenarios.find(({ id }) => id === mode?.scenario);
    if (!scenario?.outils) return [];
    const bought = new Set(scenario.outils.map(({ outil }) => outil));
    return (mode?.parcours ?? []).flatMap(({ id, etape, outils: used = [] }, i) =>
      used.flatMap((one, rank): Contradiction[] => {
        const outil = outils.find((candidate) => candidate.id === one);
        const missing = outil?.disponibilite === 'a-creer' || outil?.disponibilite === 'a-adapter';
        if (!outil || !missing || bought.has(one) || neCouteRien(outil)) return [];
        return [
          {
            chemin: `mode_operatoire/parcours/${id ?? i + 1}/outils/${rank + 1}`,
            contre: [`scenarios/${scenario.id}/outils`, `outils/${one}/disponibilite`],
            message: `l’étape « ${etape} » emploie « ${outil.nom} », ${outil.disponibilite === 'a-creer' ? 'à créer' : 'à adapter'}, que « ${scenario.titre} » n’achète pas.`,
            issue: 'Ajoutez l’outil au scénario, avec son coût, ou retirez-le de l’étape.',
            saisie:
              'L’outil s’ajoute à « outils » du scénario ; son coût s’écrit dans « cout » de sa fiche (outils.yaml).',
          },
        ];
      }),
    );
  },
};

/** Costs that a scenario may take in place of those of the sheet of a tool. */
const COUTS_RETENUS = [
  { champ: 'investissement', dit: 'à l’achat' },
  { champ: 'fonctionnement_annuel', dit: 'par an' },
] as const;

export const coutDOutilSansMotif: RegleCoherence = {
  code: 'cout-d-outil-sans-motif',
  gravite: 'attention',
  titre: 'Un scénario compte un outil à un autre coût que sa fiche, sans dire pourquoi.',
  explication:
    'Le coût qu’un scénario retient d’un outil (« investissement », « fonctionnement_annuel »), par exemplaire, prend la place de celui de sa fiche (« cout ») : à un euro près, il est le même, ou dans sa fourchette, ou « motif_cout » dit ce qui l’en éloigne. Une fiche dont le coût ne vaut que pour une part de l’outil (« unite ») n’est pas comparée.',
  livrables: ['scenarios'],
  verifier: ({ study: { scenarios, outils } }) =>
    scenarios.flatMap(({ id, titre, outils: used = [] }) =>
      used.flatMap((one, i) => {
        const sheet = outils.find((outil) => outil.id === one.outil);
        if (!sheet || sheet.cout?.unite !== undefined || one.motif_cout !== undefined) return [];
        return COUTS_RETENUS.flatMap(({ champ, dit }): Contradiction[] => {
          const [kept, known] = [montantProbable(one[champ]), fourchette(sheet.cout?.[champ])];
          if (kept === null || !known || !depasse(Math.max(known.min - kept, kept - known.max), 1)) return [];
          return [
            {
              chemin: `scenarios/${id}/outils/${i + 1}/${champ}`,
              contre: [`outils/${sheet.id}/cout/${champ}`],
              message: `dans « ${titre} », « ${sheet.nom} » coûte ${euros(kept)} ${dit} ; sa fiche dit ${known.min < known.max ? `de ${euros(known.min)} à ${euros(known.max)}` : euros(known.max)}, et rien ne dit pourquoi.`,
              issue: 'Gardez le coût de la fiche, ou dites ce qui en éloigne.',
              saisie: 'La raison s’écrit dans « motif_cout » de l’outil.',
            },
          ];
        });
      }),
    ),
};

export const outilDUnAutreProjet: RegleCoherence = {
  code: 'outil-d-un-autre-projet',
  gravite: 'attention',
  titre: 'Un projet emploie un outil qui ne sert aucun de ses domaines.',
  explication:
    'Un outil dit les domaines qu’il sert (« domaines ») : l’un d’eux est du projet qui l’emploie. Sinon le renvoi est faux, ou la fiche de l’outil oublie un domaine.',
  livrables: ['fiches-projets', 'bilan'],
  verifier: ({ study: { projets, outils } }) =>
    projets.flatMap(({ id, titre, domaines, outils: used = [] }) =>
      used.flatMap(({ outil: one }, i): Contradiction[] => {
        const outil = outils.find((candidate) => candidate.id === one);
        if (!outil || outil.domaines.length === 0 || outil.domaines.some((domaine) => domaines.includes(domaine)))
          return [];
        return [
          {
            chemin: `projets/${id}/outils/${i + 1}/outil`,
            contre: [`outils/${one}/domaines`],
            message: `« ${titre} » emploie « ${outil.nom} », qui ne sert aucun de ses domaines.`,
            issue: 'Corrigez l’outil du projet, ou les domaines de la fiche de l’outil.',
          },
        ];
      }),
    ),
};

export const reponseSansAppui: RegleCoherence = {
  code: 'reponse-sans-appui',
  gravite: 'attention',
  titre: 'Un besoin est dit satisfait, et rien d’inventorié n’y répond.',
  explication:
    'Une réponse satisfaisante (« reponse_actuelle ») est celle d’une action, terminée ou en cours, ou d’un outil existant, pour le public du besoin et dans un de ses domaines. Sans l’un ni l’autre, le besoin passe pour couvert sans que rien le montre, et il sort des priorités. La règle ne vaut que si des actions ou des outils sont inventoriés.',
  livrables: ['diagnostic', 'scenarios'],
  verifier: ({ study: { besoins, actions, outils, etude } }) => {
    if (actions.length + outils.length === 0) return [];
    return besoins.flatMap(({ id, libelle, public: cible, domaines, reponse_actuelle: answer }): Contradiction[] => {
      const serves = (one: { publics?: readonly string[] | undefined; domaines: readonly string[] }): boolean =>
        (one.publics === undefined || one.publics.length === 0 || one.publics.includes(cible)) &&
        one.domaines.some((domaine) => domaines.includes(domaine));
      const held = actions.some((one) => ['terminee', 'en-cours', undefined].includes(one.statut) && serves(one));
      if (answer !== 'satisfaisante' || held || outils.some((one) => one.disponibilite === 'existant' && serves(one)))
        return [];
      const nom = etude.publics.find((one) => one.id === cible)?.libelle ?? cible;
      return [
        {
          chemin: `besoins/${id}/reponse_actuelle`,
          contre: [actions.length > 0 ? 'actions' : 'outils'],
          message: `« ${libelle} » est dit satisfait ; aucune action conduite ni aucun outil existant ne sert le public « ${nom} » dans ses domaines.`,
          issue: 'Ajoutez ce qui y répond, ou revoyez la réponse.',
          saisie:
            'Une action ou un outil répond au besoin par ses « publics » et ses « domaines » (actions.yaml, outils.yaml).',
        },
      ];
    });
  },
};

export const ACTIONS_ET_OUTILS = [
  coutDeLAction,
  lieuDeLAction,
  outilACreer,
  outilHorsBudget,
  coutDOutilSansMotif,
  outilDUnAutreProjet,
  reponseSansAppui,
] as const;
