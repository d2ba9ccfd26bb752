//! Takes out of the module what the page never runs but the compiler has to keep.

use std::path::Path;

use anyhow::Context;
use walrus::{FunctionBuilder, FunctionKind, LocalFunction, Module};

/// Leptos can also wake a page up route by route (`hydrate_lazy`), and every view carries the code for it in a table
/// that no tool can see through. This page is woken at once (`hydrate_body`): an eighth of its code would be dead weight.
pub(super) const NEVER_RUN: &str = "IntoAny$GT$8into_any13hydrate_async28_$u7b$$u7b$closure$u7d$$u7d$17h";

/// The module's bytes with each function that is never run cut down to a trap, and without what only those called.
pub(super) fn prune(module: &Path) -> anyhow::Result<Vec<u8>> {
    let mut module = Module::from_file(module).with_context(|| format!("cannot read {}", module.display()))?;
    for function in module.funcs.iter_mut() {
        let is_dead = function.name.as_ref().is_some_and(|name| name.contains(NEVER_RUN));
        if let (true, FunctionKind::Local(code)) = (is_dead, &mut function.kind) {
            *code = trap_like(code, &mut module.types);
        }
    }
    walrus::passes::gc::run(&mut module);
    Ok(module.emit_wasm())
}

/// A function of the same type that does nothing but trap.
fn trap_like(code: &LocalFunction, types: &mut walrus::ModuleTypes) -> LocalFunction {
    let (parameters, results) = types.params_results(code.ty());
    let (parameters, results) = (parameters.to_vec(), results.to_vec());
    let mut builder = FunctionBuilder::new(types, &parameters, &results);
    builder.func_body().unreachable();
    builder.local_func(code.args.clone())
}
