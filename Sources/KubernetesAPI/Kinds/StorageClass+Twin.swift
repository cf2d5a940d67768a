extension StorageClass {
    /// How the class is named that Holdfast makes beside another, to keep the bytes of claims.
    package static func twin(of name: String) -> String { "holdfast-\(name)" }
}
