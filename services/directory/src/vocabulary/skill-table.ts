/** Skills by family: what solo workers put on an entry, as « français | english ». Free additions stand beside these. */
export const SKILL_TABLE: Record<string, { label: [fr: string, en: string]; skills: string }> = {
  DIGITAL: {
    label: ['Numérique', 'Digital'],
    skills: `Développement web | Web development
      Développement mobile | Mobile development
      Développement de logiciels | Software development
      Sites vitrines | Showcase websites
      Commerce en ligne | E-commerce
      WordPress | WordPress
      JavaScript | JavaScript
      Python | Python
      PHP | PHP
      Java | Java
      Bases de données | Databases
      Administration de systèmes | System administration
      Sécurité informatique | Computer security
      Réseaux et télécoms | Networks and telecoms
      Dépannage informatique | Computer repair
      Accessibilité numérique | Digital accessibility
      Conception d’interfaces | Interface design
      Gestion de projet numérique | Digital project management
      Tests de logiciels | Software testing
      Logiciels libres | Free software
      Objets connectés | Connected objects`,
  },
  DATA: {
    label: ['Données et cartes', 'Data and maps'],
    skills: `Analyse de données | Data analysis
      Statistiques | Statistics
      Tableaux de bord | Dashboards
      Données ouvertes | Open data
      Apprentissage automatique | Machine learning
      Cartographie | Cartography
      SIG | GIS
      Télédétection | Remote sensing
      Relevés par drone | Drone surveys`,
  },
  IMAGE: {
    label: ['Image et création', 'Image and design'],
    skills: `Graphisme | Graphic design
      Identité visuelle | Visual identity
      Illustration | Illustration
      Mise en page | Page layout
      Photographie | Photography
      Vidéo | Video
      Montage | Film editing
      Animation | Animation
      Prise de son | Sound recording
      Composition musicale | Music composition
      Scénographie | Scenography
      Modélisation 3D | 3D modelling
      Impression 3D | 3D printing
      Signalétique | Signage
      Broderie | Embroidery
      Céramique | Ceramics
      Bijouterie | Jewellery
      Reliure | Bookbinding`,
  },
  WORDS: {
    label: ['Langues et écriture', 'Languages and writing'],
    skills: `Rédaction | Copywriting
      Rédaction technique | Technical writing
      Journalisme | Journalism
      Correction | Proofreading
      Traduction | Translation
      Interprétation | Interpreting
      Sous-titrage | Subtitling
      Biographies | Life stories
      Écriture publique | Public letter writing
      Édition | Publishing
      Facile à lire et à comprendre | Easy-to-read writing`,
  },
  COMMUNICATION: {
    label: ['Communication et vente', 'Communication and sales'],
    skills: `Stratégie de communication | Communication strategy
      Réseaux sociaux | Social media
      Relations presse | Press relations
      Référencement | Search engine optimisation
      Marketing | Marketing
      Étude de marché | Market research
      Prospection commerciale | Sales prospecting
      Événementiel | Event planning
      Export | Export
      Relation client | Customer relations`,
  },
  MANAGEMENT: {
    label: ['Gestion et droit', 'Management and law'],
    skills: `Comptabilité | Accounting
      Gestion de la paie | Payroll
      Contrôle de gestion | Management accounting
      Secrétariat | Secretarial work
      Assistance à distance | Remote assistance
      Gestion de projet | Project management
      Recherche de financements | Fundraising
      Marchés publics | Public procurement
      Droit des affaires | Business law
      Droit social | Employment law
      Propriété intellectuelle | Intellectual property
      Protection des données | Data protection
      Ressources humaines | Human resources
      Recrutement | Recruitment
      Qualité | Quality management
      Achats | Purchasing
      Logistique | Logistics
      Création d’entreprise | Business start-up
      Conseil en organisation | Organisation consulting
      Stratégie | Strategy`,
  },
  LEARNING: {
    label: ['Formation et accompagnement', 'Training and coaching'],
    skills: `Formation professionnelle | Vocational training
      Formation à distance | E-learning
      Ingénierie pédagogique | Instructional design
      Soutien scolaire | Tutoring
      Cours de langues | Language lessons
      Cours de musique | Music lessons
      Coaching | Coaching
      Bilan de compétences | Skills assessment
      Facilitation | Facilitation
      Médiation | Mediation
      Médiation numérique | Digital inclusion
      Animation d’ateliers | Running workshops
      Insertion professionnelle | Help into work`,
  },
  BUILDING: {
    label: ['Habitat et architecture', 'Housing and architecture'],
    skills: `Architecture | Architecture
      Architecture d’intérieur | Interior architecture
      Dessin de bâtiment | Architectural drafting
      Économie de la construction | Quantity surveying
      Maîtrise d’œuvre | Project supervision
      Audit énergétique | Energy audit
      Rénovation énergétique | Energy renovation
      Éco-construction | Ecological building
      Menuiserie | Joinery
      Charpente | Carpentry
      Ébénisterie | Cabinetmaking
      Maçonnerie | Masonry
      Pierre sèche | Dry stone walling
      Électricité | Electrical work
      Plomberie | Plumbing
      Peinture et décoration | Painting and decorating
      Ferronnerie | Wrought ironwork
      Paysagisme | Landscape design
      Urbanisme | Town planning
      Topographie | Land surveying`,
  },
  ENGINEERING: {
    label: ['Études et industrie', 'Engineering and industry'],
    skills: `Bureau d’études | Design office
      Conception mécanique | Mechanical design
      Électronique | Electronics
      Automatismes | Industrial automation
      Énergies renouvelables | Renewable energy
      Hydraulique | Hydraulics
      Métallurgie | Metallurgy
      Textile | Textiles
      Maintenance | Maintenance
      Sécurité au travail | Safety at work
      Recherche scientifique | Scientific research`,
  },
  NATURE: {
    label: ['Nature et agriculture', 'Nature and farming'],
    skills: `Écologie | Ecology
      Étude d’impact | Impact assessment
      Gestion forestière | Forestry
      Eau et milieux aquatiques | Water and wetlands
      Maraîchage | Market gardening
      Élevage | Livestock farming
      Apiculture | Beekeeping
      Plantes médicinales | Medicinal plants
      Agroécologie | Agroecology
      Conseil agricole | Farm advice
      Bilan carbone | Carbon accounting
      Éducation à l’environnement | Environmental education`,
  },
  MOUNTAIN: {
    label: ['Montagne et tourisme', 'Mountains and tourism'],
    skills: `Accompagnement en montagne | Mountain guiding
      Escalade | Climbing
      Ski | Skiing
      Spéléologie | Caving
      Équitation | Horse riding
      Cyclotourisme | Cycle touring
      Guide-conférence | Guided tours
      Hébergement touristique | Tourist accommodation
      Développement touristique | Tourism development
      Patrimoine | Heritage`,
  },
  CARE: {
    label: ['Santé et bien-être', 'Health and well-being'],
    skills: `Psychologie | Psychology
      Ergonomie | Ergonomics
      Diététique | Dietetics
      Sophrologie | Sophrology
      Massage | Massage
      Yoga | Yoga
      Ostéopathie | Osteopathy
      Art-thérapie | Art therapy
      Aide à domicile | Home help
      Garde d’enfants | Childcare
      Soins aux animaux | Animal care`,
  },
  CRAFT: {
    label: ['Alimentation et artisanat', 'Food and crafts'],
    skills: `Cuisine | Cooking
      Traiteur | Catering
      Boulangerie | Baking
      Brasserie | Brewing
      Transformation alimentaire | Food processing
      Couture | Sewing
      Travail du cuir | Leatherwork
      Travail de la laine | Wool work
      Savonnerie | Soap making
      Réparation de vélos | Bicycle repair
      Mécanique | Mechanics
      Restauration de meubles | Furniture restoration`,
  },
};
