extension EmptyBody: Requested {
    static let about = "Nothing: this needs no body, and knows no fields."

    static let notes: [String: Note] = [:]

    static let example = EmptyBody()
}
