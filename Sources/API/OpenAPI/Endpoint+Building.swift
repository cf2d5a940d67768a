import Wire

/// Each answers the endpoint with one thing more said of it.
extension Endpoint {
    func with(_ change: (inout Endpoint) -> Void) -> Endpoint {
        var copy = self
        change(&copy)
        return copy
    }

    func open(to access: Access) -> Endpoint { with { $0.access = access } }

    func telling(_ details: String) -> Endpoint { with { $0.details = details } }

    func takes(_ parameters: Parameter...) -> Endpoint {
        with {
            $0.parameters += parameters
            // Nothing that is sent by name is taken as it comes.
            if parameters.contains(where: \.isChecked) { $0.problems.insert(.invalid) }
        }
    }

    /// - Parameter isRequired: Whether the request may come without a body.
    func takes<Body: Requested>(_ body: Body.Type, isRequired: Bool = true) -> Endpoint {
        with { $0.body = BodyContract(type: body, isRequired: isRequired) }
    }

    /// A request that may be sent again under its key without being carried out again.
    var repeatable: Endpoint {
        takes(.idempotencyKey).refuses(.malformed, .idempotencyMismatch)
    }

    /// A request that leaves the same behind however often it comes; the key is only checked.
    var repeatableByNature: Endpoint { takes(.idempotencyKey).refuses(.malformed) }

    func answers<Body: Documented>(
        _ body: Body.Type, _ about: String
    ) -> Endpoint {
        with { $0.outcomes.append(AnswerContract(200, body, about)) }
    }

    func answers(_ answer: AnswerContract) -> Endpoint { with { $0.outcomes.append(answer) } }

    func refuses(_ problems: ProblemKind...) -> Endpoint {
        with { $0.problems.formUnion(problems) }
    }

    /// A piece of a list, of which `after` gets the next.
    func lists<Item: Documented>(_ item: Item.Type, _ about: String) -> Endpoint {
        takes(.limit, .after).answers(PageReply<Item>.self, about)
    }

    /// A piece of a list of numbered rows, newest first, of which `before` gets the next.
    func listsNewest<Item: Documented>(_ item: Item.Type, _ about: String) -> Endpoint {
        takes(.limit, .before).answers(PageReply<Item>.self, about)
    }

    /// Takes time: answers the operation, at once or, by `Prefer: wait=N`, at its end.
    var beginsOperation: Endpoint {
        takes(.prefer).repeatable.answers(.accepted).answers(.ended)
    }

    /// A verb on what runs for a subscription; one at a time.
    var ordersInstance: Endpoint {
        takes(.subscription).beginsOperation.refuses(.busy, .conflict)
    }
}
