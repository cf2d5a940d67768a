import Domain
import Operations

/// How people ask: once, or again and again until somebody has answered.
extension Performance {
    private static let patience = 5

    func request(_ deed: Deed) -> Request? {
        let number = stage.truth.requests.count + 1
        switch deed {
        case .subscribe(let customer, let service, let variant):
            return Request(
                number: number, person: customer,
                what: .subscribe(
                    service: CatalogOfPlay.services[service],
                    variant: CatalogOfPlay.variants[variant]))
        case .ask(let verb, let slot, let asAdmin, let isConfirmed):
            guard let slot = self.slot(slot) else { return nil }
            return Request(
                number: number, person: asAdmin ? Cast.customers : slot.customer,
                what: .ask(verb, instance: slot.name, isConfirmed: isConfirmed))
        default: return nil
        }
    }

    func repeated(_ back: Int) -> Request? {
        stage.truth.requests[stage.truth.requests.count + 1 - back]?.request
    }

    func send(_ request: Request?, _ group: inout DiscardingTaskGroup) {
        guard let request else { return }
        if stage.truth.requests[request.number] == nil {
            stage.truth.requests[request.number] = Request.Fate(request: request)
            noteRun(for: request)
        }
        underWay += 1
        group.addTask {
            await self.insist(on: request)
            self.underWay -= 1
        }
    }

    /// What a restart is to replace runs before anybody asks.
    private func noteRun(for request: Request) {
        guard case .ask(.restart, let name, _) = request.what,
            let slot = stage.truth.slots.first(where: { $0.name == name })
        else { return }
        stage.promises.runs[request.number] =
            stage.view.containers(of: slot.instance).first?.run
    }

    private func insist(on request: Request) async {
        for _ in 0..<Self.patience where !stage.isOver {
            guard let door else {
                await sleep(2)
                continue
            }
            stage.truth.requests[request.number]?.attempts += 1
            do {
                let operation = try await ask(request, door.plane)
                return await acknowledge(request, operation)
            } catch let refusal as Refusal {
                return refuse(request, refusal)
            } catch {
                if case StoreFailure.failed(let why) = error, why != GuardedStore.lostCommit {
                    stage.blame(.l3, "\(request.words) cannot be carried out: \(why)")
                }
                stage.tell("\(request.words): no answer")
                await sleep(3)
            }
        }
    }

    private func refuse(_ request: Request, _ refusal: Refusal) {
        stage.truth.requests[request.number]?.isRefused = true
        stage.trace.mix("refused \(request.number)")
        stage.tell("\(request.words): refused: \(refusal.inShort)")
    }

    private func acknowledge(_ request: Request, _ operation: Operation) async {
        stage.tell("\(request.words): acknowledged")
        stage.trace.mix("acknowledged \(request.number)")
        let isFirst = stage.truth.requests[request.number]?.operations.isEmpty ?? true
        stage.truth.requests[request.number]?.operations.insert(operation.id)
        if isFirst { remember(request) }
        guard case .subscribe = request.what,
            !stage.truth.slots.contains(where: { $0.instance == operation.instanceID }),
            let instance = try? await stage.rows.read({ try $0.instance(operation.instanceID) })
        else { return }
        stage.truth.slots.append(
            Truth.Slot(
                instance: instance.id, name: instance.name, customer: request.person))
    }

    /// For those who want to see what the same wishes come to when nothing goes wrong.
    private func remember(_ request: Request) {
        switch request.what {
        case .subscribe(let service, let variant):
            stage.truth.history.append(
                .subscribe(
                    customer: request.person,
                    service: CatalogOfPlay.services.firstIndex(of: service) ?? 0,
                    variant: CatalogOfPlay.variants.firstIndex(of: variant) ?? 0))
        case .ask(let verb, let name, _):
            let slot = stage.truth.slots.firstIndex { $0.name == name } ?? 0
            stage.truth.history.append(
                .ask(
                    verb, slot: slot, asAdmin: request.person == Cast.customers,
                    isConfirmed: true))
        }
    }

    private func ask(_ request: Request, _ plane: ControlPlane) async throws -> Operation {
        let context = RequestContext(
            actor: stage.cast.actor(request.person),
            repeatable: RequestContext.Repeatable(
                key: "key-\(request.number)", fingerprint: request.words))
        switch request.what {
        case .subscribe(let service, let variant):
            return try await plane.subscribe(context, service: service, variant: variant)
        case .ask(let verb, let name, let isConfirmed):
            let confirm = isConfirmed ? name : "yes"
            switch verb {
            case .restart: return try await plane.restart(context, name)
            case .stop: return try await plane.stop(context, name)
            case .start: return try await plane.start(context, name)
            case .reset: return try await plane.reset(context, name, confirm: confirm)
            case .undoReset: return try await plane.undoReset(context, name)
            case .cancel: return try await plane.cancel(context, name)
            case .resubscribe: return try await plane.resubscribe(context, name)
            case .delete: return try await plane.delete(context, name, confirm: confirm)
            case .undoDelete: return try await plane.undoDelete(context, name)
            case .update: return try await plane.update(context, name)
            case .rollback: return try await plane.rollback(context, name)
            case .changeToBasic:
                return try await plane.changeVariant(context, name, to: "Basic")
            case .changeToPlus:
                return try await plane.changeVariant(context, name, to: "Plus")
            }
        }
    }
}

extension Refusal {
    var inShort: String {
        switch self {
        case .conflict(let why), .forbidden(let why), .unavailable(let why),
            .unauthenticated(let why), .malformed(let why), .tooMany(let why, _):
            why
        case .busy(_, let kind): "\(kind.rawValue) is under way"
        case .confirmation: "it is not confirmed"
        case .notFound(let kind, _): "no such \(kind)"
        case .invalid(let field, let why): "\(field) \(why)"
        case .idempotencyMismatch: "the key was used for something else"
        case .passwordChangeRequired: "the password must be changed"
        }
    }
}
