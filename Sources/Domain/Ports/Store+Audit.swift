extension Store {
    /// Inspects the whole audit trail by many short looks, so that nobody has to wait for it.
    ///
    /// - Parameters:
    ///   - expected: What was noted down earlier.
    ///   - piece: How many rows a look is to read.
    ///   - tell: Hears how far it is, after each look.
    package func inspectAudit(
        expecting expected: AuditHead? = nil, piece: Int = 500,
        tell: (AuditInspection) async throws -> Void = { _ in }
    ) async throws -> AuditInspection {
        var inspection = AuditInspection(expecting: expected)
        while !inspection.isOver {
            inspection = try await read { [inspection] in
                try $0.inspect(inspection, limit: piece)
            }
            try await tell(inspection)
        }
        return inspection
    }
}
