/** What the templates of the projects' sheets and of the evaluation report read. */

import { SEUIL_DEPASSEMENT, SEUIL_REPRISE } from '../analysis/projets/bilan.js';
import type { ProjetAnalyse } from '../analysis/projets/projets.js';
import type { ContexteProjets } from '../exhibits/projets/contexte.js';
import { acteur } from '../exhibits/scenarios/contexte.js';
import { nombreFr } from '../texte/nombres.js';
import { type DeliverableDefaults, deliverableOf } from './meta.js';

function projetView({ etude }: ContexteProjets, one: ProjetAnalyse): object {
  const { projet } = one;
  return {
    id: projet.id,
    titre: projet.titre,
    contexte: projet.contexte,
    demande: projet.demande ?? null,
    objectifs: projet.objectifs,
    faisabilite: projet.analyse?.faisabilite ?? null,
    atouts: projet.analyse?.atouts ?? [],
    vigilances: projet.analyse?.vigilances ?? [],
    reglementation: (projet.analyse?.reglementation ?? []).map(({ regle, reference }) => ({
      regle,
      reference: etude.references.find(({ id }) => id === reference)?.titre ?? null,
    })),
    partenaires: (projet.partenaires ?? []).map((p) => ({ nom: acteur(etude, p.acteur), apport: p.apport })),
    indicateurs: one.indicateurs.length,
    suivi: projet.suivi?.length ?? 0,
    outils: projet.outils?.length ?? 0,
    delaiReponse: one.delaiReponse,
    evalue: projet.evaluation !== undefined,
    temoignages: projet.temoignages ?? [],
    enseignements: projet.enseignements ?? [],
    illustratif: projet.fiabilite === 'illustratif',
  };
}

export function projetsView(contexte: ContexteProjets, defaults: DeliverableDefaults): object {
  const { etude, bilan, base } = contexte;
  const held = etude.reunions.filter(
    ({ etat, type }) => etat === 'tenue' && (type === 'comite-technique' || type === 'bilan'),
  );
  const notees = bilan.criteres.filter(({ moyenne }) => moyenne !== null);
  const best = [...notees].sort((a, b) => (b.moyenne ?? 0) - (a.moyenne ?? 0));
  return {
    etude: etude.etude,
    livrable: deliverableOf(etude, defaults),
    analyse: base,
    bilan: {
      ...bilan,
      criteres: bilan.criteres.map((c) => ({ ...c, moyenneEnClair: c.moyenne === null ? null : nombreFr(c.moyenne) })),
      atteints: bilan.indicateurs.filter(({ atteint }) => atteint).length,
      mesures: bilan.indicateurs.filter(({ valeur }) => valeur !== null).length,
      meilleur: best[0] ?? null,
      moindre: best.length > 1 ? best.at(-1) : null,
      illustratifs: bilan.projets.filter(({ projet }) => projet.fiabilite === 'illustratif').length,
    },
    projets: bilan.projets.map((one) => projetView(contexte, one)),
    reunions: held.map(({ titre, phase, date }) => ({ libelle: titre ?? phase, date })),
    seuils: { reprise: nombreFr(SEUIL_REPRISE), depassement: nombreFr(SEUIL_DEPASSEMENT * 100) },
    experimentation: etude.mode_operatoire?.experimentation ?? null,
  };
}
