import Wire

extension ServiceReply: Documented {
    static let about = "A service that can be subscribed to."

    static let notes: [String: Note] = [
        "name": "Its name in requests.", "title": "Its name for people.",
        "summary": "What it is.",
        "experimental": "Why it is not to be relied on yet.",
        "image": "The image that its containers run.",
        "volumes": "What every instance gets.",
        "variants": "Its tiers.",
    ]

    static let example = ServiceReply(
        name: "isso", title: "Isso", summary: "A commenting server for web sites.",
        experimental: "Its makers say so.", image: "holdfast/isso:0.14.0",
        volumes: [.example], variants: [.example])
}
