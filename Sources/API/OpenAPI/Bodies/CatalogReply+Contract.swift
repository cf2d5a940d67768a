import Wire

extension CatalogReply: Documented {
    static let about = "The catalog in force."

    static let notes: [String: Note] = [
        "folder": "Where the server reads it.",
        "loadedAt": .moment("When it was read."),
        "services": "The names of its services.",
        "refusedAt": .moment("When the folder's present content was refused, if it was."),
        "refusal": "Its mistakes, one a line, by file, line and column.",
    ]

    static let example = CatalogReply(
        folder: "/etc/holdfast/catalog", loadedAt: Example.then, services: ["ghost", "isso"],
        refusedAt: Example.later,
        refusal: "isso.yaml:5:1: unknown key “prot”; did you mean “port”?")
}
