const LINK = `extend schema @link(url: "https://specs.apollo.dev/federation/v2.7",
  import: ["@key", "@shareable", "@external", "@requires"])`;

/** Three subgraphs that share entities in every way ours may: compound keys, required fields, unions, interfaces. */
export const SCHEMAS: Record<string, string> = {
  places: `${LINK}
    type Query { node(id: ID!): Node, nodes: [Node!]!, search(text: String): [Hit], place(id: ID = "1"): Place, grid: [[Place!]], shared: Shared @shareable, strict: Strict!, maybe: Maybe, broken: Place }
    type Mutation { first(n: Int!): Int, second(n: Int!): Place }
    type Subscription { ticks: Tick! }
    type Tick { n: Int!, place: Place, nodes: [Node!] }
    interface Node { id: ID! }
    type Place implements Node @key(fields: "id") { id: ID!, name(upper: Boolean = false): String!, size: Int, kind: Kind, kinds: [Kind!], parent: Place, children: [Place!]!, person: Person, any: Hit, meta: JSON, dims: Dims!, fails: String }
    type Dims @shareable { w: Int!, h: Int }
    type Person implements Node @key(fields: "id") { id: ID!, home: Place, size: String }
    type Thing implements Node { id: ID!, size: Float, label: String! }
    union Hit = Place | Person | Thing
    enum Kind { X Y Z }
    scalar JSON
    type Shared @shareable { n: Int, left: Int }
    type Strict { must: Place! }
    type Maybe { list: [Place!] }`,
  people: `${LINK}
    type Query { shared: Shared @shareable, people: [Person!]!, chief: Person }
    type Mutation { third(n: Int!): Person }
    type Place @key(fields: "id") { id: ID!, size: Int @external, dims: Dims! @external, score(plus: Int = 1): Int @requires(fields: "size dims { w h }"), owner: Owner, owners: [Owner], sure: Int!, tags: [Tag!] }
    type Dims @shareable { w: Int!, h: Int }
    type Person @key(fields: "id") { id: ID!, title: String @shareable, count: Int }
    type Owner @key(fields: "org { code } nick") @key(fields: "email") { org: Org!, nick: String!, email: String! }
    type Org @shareable { code: ID! }
    type Shared @shareable { n: Int, right: Int }
    interface Tag { label: String! }
    type Hot implements Tag { label: String!, heat: Int, size: String }
    type Cold implements Tag { label: String!, chill: Int, size: Int! }`,
  views: `${LINK}
    type Query { owners: [Owner!]! }
    type Owner @key(fields: "org { code } nick") { org: Org!, nick: String!, full: String, best: Place, favourites: [Favourite] }
    type Org @shareable { code: ID! }
    type Place @key(fields: "id") { id: ID!, views(since: String): Int }
    type Person @key(fields: "id") { id: ID!, title: String @shareable, views: Float }
    union Favourite = Place | Person`,
};
