import Wire

extension IndexReply: Documented {
    static let about = "Where to go from the root of the API."

    static let notes: [String: Note] = [
        "name": .always("Holdfast", "The product."),
        "version": .always("v1", "The version of the API."),
        "links": "Paths, by what is found there.",
    ]

    static let example = IndexReply(
        name: "Holdfast", version: "v1", links: ["subscriptions": "/api/v1/subscriptions"])
}
