import Wire

extension VariantBody: Requested {
    static let about = "The tier of its service that a subscription is to have."

    static let notes: [String: Note] = [
        "variant": "The name of one of the service's variants."
    ]

    static let example = VariantBody(variant: "Basic")
}
