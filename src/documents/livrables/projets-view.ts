/** What the templates of the projects' sheets and of the evaluation report read. */

import { titreReunion } from '../../analysis/comite.js';
import { posterieur } from '../../analysis/dates.js';
import { SEUIL_DEPASSEMENT } from '../../analysis/projets/constat.js';
import {
  NOTE_BASSE,
  NOTE_BONNE,
  RETARD_MOIS,
  raisonDAbandon,
  reunirCriteres,
} from '../../analysis/projets/constats.js';
import { prevuEtRealise } from '../../analysis/projets/ecarts-en-clair.js';
import { ciblesAtteintes } from '../../analysis/projets/mesures.js';
import type { ProjetAnalyse } from '../../analysis/projets/projets.js';
import { plusEnRetard, retardCompte } from '../../analysis/projets/retards.js';
import {
  choisitLaSuite,
  coutEtAcquis,
  coutEtPlan,
  enPlusDeLaSuite,
  enPlusEnClair,
  ordreDuVote,
  SUITES,
  type Suite,
} from '../../analysis/projets/suites.js';
import type { ContexteProjets } from '../../exhibits/projets/contexte.js';
import { ETATS_PROJET } from '../../exhibits/projets/contexte.js';
import { identite } from '../../exhibits/projets/fiche.js';
import { suitesEnBref, suitesEnQuestion } from '../../exhibits/projets/suites.js';
import { conducteur } from '../../study/parties.js';
import { accorder, compte, compteAuFil, enumerer, minuscule } from '../../texte/accords.js';
import { ordreDates } from '../../texte/dates.js';
import { enLettres, euros, nombreFr } from '../../texte/nombres.js';
import type { DeliverableDefaults } from '../deliverable.js';
import { argentEnBref, argentEnClair } from './argent-realise.js';
import { phrasesDuBilan } from './phrases-du-bilan.js';

/** Findings that the first page tells: what was not done, not signed, not measured, not paid. */
const LOURDS =
  /^(projets-inacheves|projets-abandonnes|convention-non-signee|solde-negatif|objectif-non-mesure|non-mesure|depenses-dispositif|recettes-usagers|jours-porteur|risque-survenu|critere-)/;

/** Facts of the verdict, each a phrase without its full stop; `auteur` carries the study out. */
function verdict(
  { projet, objectifs, budget, solde, retardMois, retards, finATemps, jours }: ProjetAnalyse,
  auteur: string,
): string[] {
  const reached = objectifs.filter(({ atteint }) => atteint === 'oui').length;
  const blind = objectifs.filter(({ atteint }) => atteint === null).length;
  const share =
    budget.realise !== null && budget.prevu !== null && budget.prevu > 0 ? budget.realise / budget.prevu - 1 : null;
  const latest = plusEnRetard(retards);
  const [first] = latest;
  const percent = share === null ? 0 : Math.round(share * 100);
  return [
    projet.etat === 'abandonne'
      ? `${minuscule(ETATS_PROJET.abandonne)} ${raisonDAbandon(projet)}`
      : minuscule(ETATS_PROJET[projet.etat ?? 'pressenti']),
    blind === objectifs.length
      ? 'aucun objectif n’est mesuré'
      : objectifs.length === 1
        ? `objectif ${reached === 1 ? 'atteint' : 'non atteint'}`
        : `${compteAuFil(reached, 'objectif atteint', 'objectifs atteints', 'aucun objectif atteint')} sur ${enLettres(objectifs.length)}${blind ? `, ${compteAuFil(blind, 'non mesuré')}` : ''}`,
    ...(share === null
      ? []
      : [
          percent === 0
            ? 'budget tenu'
            : percent === -100
              ? 'rien n’est dépensé'
              : `budget ${percent > 0 ? 'dépassé' : 'inférieur'} de ${nombreFr(Math.abs(percent))}\u00a0%`,
        ]),
    ...(solde !== null && solde < -0.5 ? [`${euros(-solde)} sans financement`] : []),
    ...(jours.realise !== null && jours.prevu !== null && jours.prevu > 0
      ? [`${compte(jours.realise, 'jour')} d’agent pour ${nombreFr(jours.prevu)} ${accorder('prévu', jours.prevu)}`]
      : []),
    ...(projet.accompagnement?.jours_prestataire
      ? [`${compte(projet.accompagnement.jours_prestataire, 'jour')} du ${auteur}`]
      : []),
    ...(first
      ? [
          `${retardCompte(first, first.au)} sur ${enumerer(latest.map(({ etape }) => `« ${etape} »`))}${finATemps ? ', rattrapé' : ''}`,
        ]
      : retardMois !== null
        ? ['à temps']
        : []),
    ...(projet.reproductibilite === undefined ? [] : [`reproductibilité de ${projet.reproductibilite} sur 5`]),
  ].filter(Boolean);
}

/** Whether a sheet has what its second page is for: rules, follow-up, steps or money. One that has not holds on one page. */
const detaille = ({ projet }: ProjetAnalyse): boolean =>
  [projet.analyse?.reglementation, projet.suivi, projet.calendrier, projet.budget, projet.financements].some(
    (list) => list !== undefined && list.length > 0,
  );

/** `surDeuxPages`: of all the sheets or of none, so that they superimpose. */
function projetView(contexte: ContexteProjets, one: ProjetAnalyse, surDeuxPages: boolean): object {
  const { projet } = one;
  const illustratif = projet.fiabilite === 'illustratif';
  return {
    id: projet.id,
    surDeuxPages,
    titre: projet.titre,
    identite: identite(contexte, one).map(([rubrique, contenu]) => ({ rubrique, contenu })),
    contexte: projet.contexte,
    demande: projet.demande ?? null,
    objectifs: projet.objectifs,
    faisabilite: projet.analyse?.faisabilite ?? null,
    atouts: projet.analyse?.atouts ?? [],
    vigilances: projet.analyse?.vigilances ?? [],
    delaiReponse: one.delaiReponse,
    demandeRecue: projet.accompagnement?.demande_recue ?? null,
    retenuLe: projet.retenu_le ?? null,
    risques: (projet.risques ?? []).length > 0,
    etapes: projet.calendrier?.length ?? 0,
    temoignages: (projet.temoignages ?? []).map((t) => ({ ...t, illustratif })),
    enseignements: projet.enseignements ?? [],
    verdict: verdict(one, conducteur(contexte.etude.etude)),
    avis: projet.avis ?? null,
    illustratif,
  };
}

/** Whether the meetings that are asked something of a deliverable propose what follows, another body choosing: as their draft resolutions say it. */
function choixPropose(reunions: ContexteProjets['etude']['reunions'], livrable: string): boolean {
  const asked = reunions.flatMap((reunion) =>
    (reunion.ordre_du_jour ?? []).flatMap((point) =>
      point.livrable === livrable && point.decision_attendue !== undefined ? [choisitLaSuite(reunion, point)] : [],
    ),
  );
  return asked.length > 0 && !asked.includes(true);
}

/** What the ways on that are not proposed would cost: « Étendre coûterait … ; arrêter, …. »; empty where none says it. */
function autresSuites(suites: readonly Suite[]): string {
  const told = ordreDuVote(suites).flatMap((suite) => {
    const cost = suite.proposee ? null : coutEtPlan(suite);
    return cost === null ? [] : [{ titre: SUITES[suite.option].titre, cost }];
  });
  return told.length === 0
    ? ''
    : `${told.map(({ titre, cost }, i) => (i === 0 ? `${titre} coûterait ${cost}` : `${minuscule(titre)}, ${cost}`)).join(' ; ')}.`;
}

export function projetsView(contexte: ContexteProjets, defaults: DeliverableDefaults): object {
  const { etude, bilan, base } = contexte;
  const held = etude.reunions.filter(
    ({ etat, type }) => etat === 'tenue' && (type === 'comite-technique' || type === 'bilan' || type === 'copil'),
  );
  const exchanges = held.filter(({ livrables }) => livrables?.some((id) => id === defaults.id));
  const proposed = bilan.cadre?.suites?.find(({ proposee }) => proposee);
  return {
    etude: etude.etude,
    analyse: base,
    phrases: phrasesDuBilan(bilan),
    choixPropose: choixPropose([...etude.reunions, ...etude.reunionsPrevues], defaults.id),
    constatsRepondus: bilan.constats.length - bilan.sansReponse.length,
    recommandationsQuiRepondent: bilan.recommandations.filter(({ constats }) => constats.length > 0).length,
    bilan: {
      ...bilan,
      ecarts: bilan.ecarts.map((ecart) => ({ ...ecart, phrase: prevuEtRealise(ecart) })),
      cibles: ciblesAtteintes(bilan.indicateurs),
      mesures: bilan.indicateurs.filter(({ valeur }) => valeur !== null).length,
      recoupes: bilan.criteres.filter(({ recoupement }) => recoupement === 'recoupe').length,
      illustratifs: bilan.projets.filter(({ projet }) => projet.fiabilite === 'illustratif').length,
      notateurs: [...new Set(bilan.projets.flatMap(({ projet }) => projet.evaluation?.notee_par ?? []))],
    },
    argent: bilan.dispositif ? argentEnClair(bilan.dispositif) : '',
    argentEnBref: bilan.dispositif ? argentEnBref(bilan.dispositif) : '',
    rapproches: bilan.ecarts.some(({ realise }) => realise !== null),
    constatsLourds: reunirCriteres(bilan.constats.filter(({ code }) => LOURDS.test(code))),
    enPlus: enPlusEnClair(bilan.cadre ?? {}),
    recommandationsEnPlus: enPlusDeLaSuite(bilan.cadre?.recommandations ?? []).hors?.montant ?? null,
    suiteProposee: proposed ? { ...proposed, coutEnClair: coutEtAcquis(proposed) } : null,
    suitesEnBref: suitesEnBref(bilan.cadre?.suites ?? []),
    autresSuites: autresSuites(bilan.cadre?.suites ?? []),
    suitesEnQuestion: suitesEnQuestion(bilan.cadre?.suites ?? []),
    projets: bilan.projets.map((one) => projetView(contexte, one, bilan.projets.some(detaille))),
    reunions: [...exchanges]
      .sort((a, b) => ordreDates(a.date, b.date))
      .map((reunion) => ({ libelle: titreReunion(reunion), date: reunion.date })),
    seuils: {
      retard: RETARD_MOIS,
      depassement: nombreFr(SEUIL_DEPASSEMENT * 100),
      ventes: bilan.dispositif?.recettes.some(({ usagers }) => usagers) ?? false,
      noteBasse: NOTE_BASSE,
      noteBonne: NOTE_BONNE,
    },
    experimentation: etude.mode_operatoire?.experimentation ?? null,
    experimentationFinie: !posterieur(etude.mode_operatoire?.experimentation?.fin, contexte.date),
  };
}
