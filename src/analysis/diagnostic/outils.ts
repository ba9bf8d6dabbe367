/** Tools that can be mobilised, by availability and domain, with their known costs. */
import { ordre, type StudyAt } from '../dates.js';
import { fourchette } from '../montants.js';
import { DISPONIBILITES, etiquette, etiquettes, nomActeur, nus } from '../vocabulaire.js';
import type { OutilAnalyse, OutilsAnalysis } from './types.js';

export function analyserOutils(etude: StudyAt): OutilsAnalysis {
  const liste = etude.outils
    .map(
      (outil): OutilAnalyse => ({
        id: outil.id,
        nom: outil.nom,
        disponibilite: outil.disponibilite ?? null,
        disponibiliteLibelle: etiquette(DISPONIBILITES, outil.disponibilite ?? 'non-renseigne').libelle,
        domaines: etiquettes(etude.etude.domaines, outil.domaines),
        publics: etiquettes(etude.etude.publics, outil.publics),
        fonctions: etiquettes(etude.etude.fonctions, outil.fonctions),
        detenteur: nomActeur(etude, outil.detenteur),
        investissement: fourchette(outil.cout?.investissement),
        fonctionnement: fourchette(outil.cout?.fonctionnement_annuel),
        jours: fourchette(outil.cout?.jours_an),
        illustratif: outil.fiabilite === 'illustratif',
        source: outil,
      }),
    )
    .sort((a, b) => {
      const rank = (o: OutilAnalyse) => DISPONIBILITES.findIndex((d) => d.id === (o.disponibilite ?? 'non-renseigne'));
      return rank(a) - rank(b) || ordre(a.id, b.id);
    });
  return {
    liste,
    parDisponibilite: DISPONIBILITES.map((d) => ({
      ...d,
      nombre: liste.filter((o) => (o.disponibilite ?? 'non-renseigne') === d.id).length,
    })).filter((d) => d.id !== 'non-renseigne' || d.nombre > 0),
    parDomaine: nus(etude.etude.domaines).map((d) => {
      const siens = liste.filter((o) => o.domaines.some((e) => e.id === d.id));
      const compter = (id: string): number => siens.filter(({ disponibilite }) => disponibilite === id).length;
      return {
        ...d,
        nombre: siens.length,
        existants: compter('existant'),
        aAdapter: compter('a-adapter'),
        aCreer: compter('a-creer'),
      };
    }),
    coutConnu: liste.filter((o) => o.investissement !== null || o.fonctionnement !== null).length,
    illustratifs: liste.filter((o) => o.illustratif).length,
  };
}
