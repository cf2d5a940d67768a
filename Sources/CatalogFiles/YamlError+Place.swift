import Yams

extension YamlError {
    /// Where and why a text is not YAML.
    func error(in file: String, text: String) -> CatalogError {
        switch self {
        case .scanner(let context, let problem, let mark, _),
            .parser(let context, let problem, let mark, _),
            .composer(let context, let problem, let mark, _):
            let start = context.map { " (\($0.text), from line \($0.mark.line))" } ?? ""
            return Self.error(file, mark.line, mark.column, problem + start)
        case .duplicatedKeysInMapping(let keys, let context):
            return CatalogError(
                file: file, line: context.mark.line, column: context.mark.column,
                message: "given more than once in one map: "
                    + keys.map { "“\($0)”" }.joined(separator: ", ") + "; keep one of each.")
        case .reader(let problem, let offset, _, _):
            let before = text.prefix(offset ?? 0)
            let lines = before.split(separator: "\n", omittingEmptySubsequences: false)
            return Self.error(
                file, max(1, lines.count), (lines.last?.unicodeScalars.count ?? 0) + 1, problem)
        default:
            return Self.error(file, 1, 1, "\(self)")
        }
    }

    private static func error(
        _ file: String, _ line: Int, _ column: Int, _ problem: String
    ) -> CatalogError {
        CatalogError(
            file: file, line: line, column: column, message: "not valid YAML: \(problem).")
    }
}
