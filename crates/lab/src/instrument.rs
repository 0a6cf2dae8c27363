//! Puts calls of the recorder into a program: before each statement, around each `await`, at the beginning of each function.
//!
//! The engine's parser says where expressions lie, and not where statements do. So the tree is walked in the order of the text with a cursor: a statement begins at the first token after the one before it. Only whitespace and comments are skipped by hand; a token that is not where the tree has it is an error, never a wrong edit. All edits are insertions without a line end, so lines stay what they are.

use std::collections::BTreeMap;
use std::convert::Infallible;
use std::ops::ControlFlow;

use boa_ast::declaration::{Binding, ExportDeclaration, LexicalDeclaration, VariableList};
use boa_ast::expression::access::{PropertyAccess, PropertyAccessField};
use boa_ast::expression::literal::{LiteralKind, ObjectMethodDefinition, PropertyDefinition};
use boa_ast::expression::operator::assign::AssignTarget;
use boa_ast::expression::operator::update::{UpdateOp, UpdateTarget};
use boa_ast::expression::{Await, Identifier};
use boa_ast::function::{
    ArrowFunction, AsyncArrowFunction, AsyncFunctionExpression, AsyncGeneratorExpression,
    ClassElement, ClassElementName, ClassExpression, FormalParameterList, FunctionBody,
    FunctionExpression, GeneratorExpression,
};
use boa_ast::operations::{bound_names, lexically_declared_names, var_declared_names};
use boa_ast::property::PropertyName;
use boa_ast::scope::Scope;
use boa_ast::statement::iteration::{ForLoopInitializer, IterableLoopInitializer};
use boa_ast::statement::{LabelledItem, Switch, Try};
use boa_ast::visitor::{VisitWith, Visitor};
use boa_ast::{
    Declaration, Expression, ModuleItem, Spanned, Statement, StatementList, StatementListItem,
};
use boa_interner::{Interner, Sym};
use boa_parser::{Parser, Source};
use serde::Serialize;

use crate::position::{Lines, Place};

/// What the names of the recorder's functions begin with; a program may not use them.
const MARK: &str = "$$";

/// How many variables are read at a point, the innermost first.
const MOST_NAMES: usize = 24;

/// A place in the program at which the recorder is called.
#[derive(Debug, Serialize)]
pub struct Point {
    /// What is there.
    pub kind: Kind,
    /// Where it begins.
    pub from: Place,
    /// Where it ends.
    pub to: Place,
    /// The variables in scope.
    pub names: Vec<String>,
    /// The function's name, or the text of what is awaited.
    pub text: String,
}

/// What is at a [`Point`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Kind {
    /// A statement.
    Statement,
    /// An expression whose value nobody uses: a call that may give a promise.
    Call,
    /// An `await`.
    Await,
    /// A function.
    Function,
}

/// A program with the recorder's calls in it.
pub struct Instrumented {
    /// Its text.
    pub text: String,
    /// The points, by the numbers that the calls give.
    pub points: Vec<Point>,
    /// Whether it awaits outside all functions.
    pub awaits: bool,
}

/// Why a program cannot be run, and where.
#[derive(Debug, Serialize)]
pub struct Fault {
    /// The reason.
    pub message: String,
    /// The place.
    pub at: Place,
}

/// Instruments a module.
///
/// # Errors
///
/// If it is no ECMAScript, uses names of the recorder, or imports or exports other than declarations.
pub fn instrument(source: &str) -> Result<Instrumented, Fault> {
    let mut interner = Interner::default();
    let mut parser = Parser::new(Source::from_bytes(source));
    let module = parser
        .parse_module(&Scope::new_global(), &mut interner)
        .map_err(|error| syntax_fault(&error, source))?;
    let mut rewriter = Rewriter::new(source, &interner);
    if let Some(at) = recorder_name(source) {
        return Err(rewriter.fault(at, "Names that begin with $$ are the recorder's."));
    }
    let mut names = rewriter.named(var_declared_names(&module));
    names.extend(rewriter.named(lexically_declared_names(&module)));
    rewriter.scopes.push(unique(names));
    let mut at = rewriter.skip(0);
    rewriter.put(at, "const $$f=0;");
    for item in module.items().items() {
        at = match item {
            ModuleItem::StatementListItem(item) => rewriter.item(item, at),
            ModuleItem::ImportDeclaration(_) => {
                let at = rewriter.skip(at);
                return Err(
                    rewriter.fault(at, "A program of the Lab is one file: it imports nothing.")
                );
            }
            ModuleItem::ExportDeclaration(export) => {
                let after = rewriter.expect(at, "export");
                match &**export {
                    ExportDeclaration::Declaration(declaration) => {
                        rewriter.declaration(declaration, after)
                    }
                    ExportDeclaration::VarStatement(var) => {
                        let end = rewriter.variables(&var.0);
                        rewriter.semicolon(end)
                    }
                    _ => {
                        let at = rewriter.skip(at);
                        return Err(rewriter.fault(
                            at,
                            "A program of the Lab is one file: nobody imports what it exports.",
                        ));
                    }
                }
            }
        };
    }
    rewriter.finish()
}

/// Where a program uses a name of the recorder.
fn recorder_name(source: &str) -> Option<usize> {
    let is_own = |at: &usize| {
        let rest = &source.as_bytes()[at + MARK.len()..];
        let own = rest.first().is_some_and(|it| b"fseawrnt".contains(it));
        own && !rest.get(1).is_some_and(u8::is_ascii_alphanumeric)
    };
    source.match_indices(MARK).map(|(at, _)| at).find(is_own)
}

/// The parser's complaint, without the place that its text ends with.
fn syntax_fault(error: &boa_parser::Error, source: &str) -> Fault {
    use boa_parser::Error;
    let position = match error {
        Error::Expected { span, .. } => Some(span.start()),
        Error::Unexpected { span, .. } => Some(span.start()),
        Error::General { position, .. } => Some(*position),
        _ => None,
    };
    let text = error.to_string();
    let message = text.split(" at line ").next().unwrap_or(&text);
    let lines = Lines::of(source);
    let at = match position {
        Some(position) => Place {
            line: position.line_number() as usize,
            column: position.column_number() as usize,
        },
        None => lines.place(source.trim_end().len()),
    };
    Fault {
        message: format!("SyntaxError: {message}"),
        at,
    }
}

/// Whether an expression is a call whose promise, if it gives one, nobody listens to for failures.
fn gives_an_answer(expression: &Expression, interner: &Interner) -> bool {
    let Expression::Call(call) = expression else {
        return false;
    };
    let Expression::PropertyAccess(PropertyAccess::Simple(access)) = call.function() else {
        return true;
    };
    let name = match access.field() {
        PropertyAccessField::Const(name) => interner.resolve_expect(name.sym()).to_string(),
        PropertyAccessField::Expr(_) => String::new(),
    };
    // The reactions of a chain are in it.
    !["catch", "finally", "then"].contains(&name.as_str())
}

/// The value of an arrow function that is nothing else: its body is one `return` for the parser.
fn only_value(body: &FunctionBody) -> Option<&Expression> {
    match body.statements() {
        [StatementListItem::Statement(only)] => match &**only {
            Statement::Return(returned) => returned.target(),
            _ => None,
        },
        _ => None,
    }
}

fn unique(mut names: Vec<String>) -> Vec<String> {
    names.sort();
    names.dedup();
    names
}

struct Rewriter<'s> {
    source: &'s str,
    lines: Lines<'s>,
    interner: &'s Interner,
    insertions: Vec<(usize, String)>,
    points: Vec<Point>,
    /// The names that each open scope declares, the innermost last.
    scopes: Vec<Vec<String>>,
    /// The first token that was not where the tree has it.
    wrong: Option<Fault>,
    /// The parser ends a class expression before its `}`: its ends, by those that the parser gives.
    class_ends: BTreeMap<usize, usize>,
    /// How many functions are around.
    functions: usize,
    /// Whether there is an `await` outside all of them.
    awaits: bool,
}

/// Tokens, insertions and points.
impl<'s> Rewriter<'s> {
    fn new(source: &'s str, interner: &'s Interner) -> Self {
        Self {
            source,
            lines: Lines::of(source),
            interner,
            insertions: Vec::new(),
            points: Vec::new(),
            scopes: Vec::new(),
            wrong: None,
            class_ends: BTreeMap::new(),
            functions: 0,
            awaits: false,
        }
    }

    fn fault(&self, at: usize, message: &str) -> Fault {
        Fault {
            message: message.to_owned(),
            at: self.lines.place(at),
        }
    }

    fn finish(self) -> Result<Instrumented, Fault> {
        if let Some(wrong) = self.wrong {
            return Err(wrong);
        }
        let mut insertions = self.insertions;
        // Stable: what is put in first at a place stands first.
        insertions.sort_by_key(|(at, _)| *at);
        let mut text = String::with_capacity(self.source.len() * 4);
        let mut done = 0;
        for (at, inserted) in &insertions {
            text.push_str(&self.source[done..*at]);
            text.push_str(inserted);
            done = *at;
        }
        text.push_str(&self.source[done..]);
        Ok(Instrumented {
            text,
            points: self.points,
            awaits: self.awaits,
        })
    }

    fn put(&mut self, at: usize, text: impl Into<String>) {
        self.insertions.push((at, text.into()));
    }

    fn name(&self, symbol: Sym) -> String {
        self.interner.resolve_expect(symbol).to_string()
    }

    fn named(&self, symbols: impl IntoIterator<Item = Sym>) -> Vec<String> {
        symbols
            .into_iter()
            .map(|symbol| self.name(symbol))
            .collect()
    }

    /// The first byte from here on that is neither whitespace nor a comment.
    fn skip(&self, mut at: usize) -> usize {
        loop {
            let rest = &self.source[at..];
            if rest.starts_with("//") || (at == 0 && rest.starts_with("#!")) {
                at += rest
                    .find(['\n', '\r', '\u{2028}', '\u{2029}'])
                    .unwrap_or(rest.len());
            } else if rest.starts_with("/*") {
                at += rest.find("*/").map_or(rest.len(), |end| end + 2);
            } else if let Some(letter) = rest.chars().next()
                && (letter.is_whitespace() || letter == '\u{feff}')
            {
                at += letter.len_utf8();
            } else {
                return at;
            }
        }
    }

    /// The end of a token that has to follow.
    fn expect(&mut self, at: usize, token: &str) -> usize {
        let start = self.skip(at);
        if self.source[start..].starts_with(token) {
            return start + token.len();
        }
        if self.wrong.is_none() {
            let message = format!("The Lab expects `{token}` here and cannot read on.");
            self.wrong = Some(self.fault(start, &message));
        }
        start
    }

    fn follows(&self, at: usize, token: &str) -> bool {
        self.source[self.skip(at)..].starts_with(token)
    }

    fn semicolon(&self, at: usize) -> usize {
        if self.follows(at, ";") {
            self.skip(at) + 1
        } else {
            at
        }
    }

    fn identifier(&self, at: usize) -> usize {
        let start = self.skip(at);
        let is_part = |letter: char| {
            letter.is_alphanumeric() || ['_', '$', '\u{200c}', '\u{200d}'].contains(&letter)
        };
        let rest = &self.source[start..];
        start + rest.find(|letter| !is_part(letter)).unwrap_or(rest.len())
    }

    fn start(&self, node: &impl Spanned) -> usize {
        self.lines.offset(node.span().start())
    }

    fn end(&self, node: &impl Spanned) -> usize {
        let end = self.lines.offset(node.span().end());
        self.class_ends.get(&end).copied().unwrap_or(end)
    }

    /// The start of an expression: the parser lets a call begin at its `(`, so its leftmost part is looked at too.
    fn first(&self, expression: &Expression) -> usize {
        let own = self.start(expression);
        own.min(match expression {
            Expression::Call(call) => self.first(call.function()),
            Expression::PropertyAccess(access) => self.first_of_access(access),
            Expression::Optional(optional) => self.first(optional.target()),
            Expression::TaggedTemplate(template) => self.first(template.tag()),
            Expression::Binary(binary) => self.first(binary.lhs()),
            Expression::Conditional(conditional) => self.first(conditional.condition()),
            Expression::Assign(assign) => match assign.lhs() {
                AssignTarget::Access(access) => self.first_of_access(access),
                other => self.start(other),
            },
            Expression::Update(update) => match update.target() {
                UpdateTarget::PropertyAccess(access) => self.first_of_access(access),
                _ => own,
            },
            _ => own,
        })
    }

    fn first_of_access(&self, access: &PropertyAccess) -> usize {
        let own = self.start(access);
        match access {
            PropertyAccess::Simple(simple) => own.min(self.first(simple.target())),
            PropertyAccess::Private(private) => own.min(self.first(private.target())),
            PropertyAccess::Super(_) => own,
        }
    }

    fn point(&mut self, kind: Kind, from: usize, text: String) -> usize {
        let mut names: Vec<String> = Vec::new();
        for name in self.scopes.iter().rev().flatten() {
            if !names.contains(name) && names.len() < MOST_NAMES {
                names.push(name.clone());
            }
        }
        let from = self.lines.place(from);
        self.points.push(Point {
            kind,
            from,
            to: from,
            names,
            text,
        });
        self.points.len() - 1
    }

    fn close(&mut self, point: usize, end: usize) {
        self.points[point].to = self.lines.place(end);
    }

    /// Puts in the call before a statement, which is given a function that reads each variable in scope.
    fn step(&mut self, at: usize) -> usize {
        let point = self.point(Kind::Statement, at, String::new());
        let names = &self.points[point].names;
        let read: String = names
            .iter()
            .enumerate()
            .map(|(nth, name)| format!("$$n==={nth}?{name}:"))
            .collect();
        let reader = match names.is_empty() {
            true => String::new(),
            false => format!(",$$n=>{read}void 0"),
        };
        self.put(at, format!("$$s($$f,{point}{reader});"));
        point
    }
}

/// Statements and declarations: each takes an offset at or before its first token and gives its end.
impl Rewriter<'_> {
    fn list(&mut self, items: &[StatementListItem], at: usize) -> usize {
        items.iter().fold(at, |at, item| self.item(item, at))
    }

    fn item(&mut self, item: &StatementListItem, at: usize) -> usize {
        let start = self.skip(at);
        match item {
            StatementListItem::Statement(statement) => match **statement {
                Statement::Empty => self.semicolon(at),
                Statement::Block(_) => self.statement(statement, start),
                _ => {
                    let point = self.step(start);
                    let end = self.statement(statement, start);
                    self.close(point, end);
                    end
                }
            },
            StatementListItem::Declaration(declaration) => match **declaration {
                Declaration::Lexical(_) | Declaration::ClassDeclaration(_) => {
                    let point = self.step(start);
                    let end = self.declaration(declaration, start);
                    self.close(point, end);
                    end
                }
                _ => self.declaration(declaration, start),
            },
        }
    }

    fn expression(&mut self, expression: &Expression) -> usize {
        // Nothing breaks the walk off.
        let _ = self.visit_expression(expression);
        self.last(expression)
    }

    /// The end of an expression: the parser lets `a[k]`, and all that ends with it, end before the `]`.
    fn last(&mut self, expression: &Expression) -> usize {
        match expression {
            Expression::PropertyAccess(access) => self.last_of_access(access),
            Expression::Unary(unary) => self.last(unary.target()),
            Expression::Binary(binary) => self.last(binary.rhs()),
            Expression::Conditional(conditional) => self.last(conditional.if_false()),
            Expression::Assign(assign) => self.last(assign.rhs()),
            Expression::Await(it) => self.last(it.target()),
            Expression::Spread(spread) => self.last(spread.target()),
            Expression::Yield(it) => match it.target() {
                Some(target) => self.last(target),
                None => self.end(expression),
            },
            Expression::Update(update) => match (update.op(), update.target()) {
                (
                    UpdateOp::IncrementPre | UpdateOp::DecrementPre,
                    UpdateTarget::PropertyAccess(access),
                ) => self.last_of_access(access),
                _ => self.end(expression),
            },
            Expression::ArrowFunction(arrow) => self.last_of_arrow(arrow.body()),
            Expression::AsyncArrowFunction(arrow) => self.last_of_arrow(arrow.body()),
            _ => self.end(expression),
        }
    }

    fn last_of_access(&mut self, access: &PropertyAccess) -> usize {
        match access {
            PropertyAccess::Simple(simple) => match simple.field() {
                PropertyAccessField::Expr(key) => {
                    let end = self.last(key);
                    self.expect(end, "]")
                }
                PropertyAccessField::Const(_) => self.end(access),
            },
            _ => self.end(access),
        }
    }

    fn last_of_arrow(&mut self, body: &FunctionBody) -> usize {
        match only_value(body) {
            Some(value) if !self.source[self.start(body)..].starts_with('{') => self.last(value),
            _ => self.end(body),
        }
    }

    fn variables(&mut self, list: &VariableList) -> usize {
        let mut end = 0;
        for variable in list.as_ref() {
            end = self.binding(variable.binding());
            if let Some(init) = variable.init() {
                end = self.expression(init);
            }
        }
        end
    }

    fn binding(&mut self, binding: &Binding) -> usize {
        match binding {
            Binding::Identifier(identifier) => self.end(identifier),
            Binding::Pattern(pattern) => {
                let _ = self.visit_pattern(pattern);
                self.end(pattern)
            }
        }
    }

    fn lexical(&mut self, declaration: &LexicalDeclaration) -> usize {
        self.variables(declaration.variable_list())
    }

    fn declaration(&mut self, declaration: &Declaration, _at: usize) -> usize {
        let (name, parameters, body) = match declaration {
            Declaration::FunctionDeclaration(it) => (it.name(), it.parameters(), it.body()),
            Declaration::GeneratorDeclaration(it) => (it.name(), it.parameters(), it.body()),
            Declaration::AsyncFunctionDeclaration(it) => (it.name(), it.parameters(), it.body()),
            Declaration::AsyncGeneratorDeclaration(it) => (it.name(), it.parameters(), it.body()),
            Declaration::ClassDeclaration(it) => {
                let after = self.end(&it.name());
                return self.class(it.super_ref(), it.constructor(), it.elements(), after);
            }
            Declaration::Lexical(it) => {
                let end = self.lexical(it);
                return self.semicolon(end);
            }
        };
        let name = self.name(name.sym());
        self.function(parameters, body, name)
    }

    fn block(&mut self, list: &StatementList, at: usize) -> usize {
        let inside = self.expect(at, "{");
        let names = self.named(lexically_declared_names(list));
        self.scopes.push(names);
        let end = self.list(list.statements(), inside);
        self.scopes.pop();
        self.expect(end, "}")
    }

    /// The body of a loop or a branch, which may be a single statement: a block is put around it.
    fn body(&mut self, statement: &Statement, at: usize) -> usize {
        let start = self.skip(at);
        if let Statement::Block(_) = statement {
            // It may be empty, and then the turn of a loop takes its time all the same.
            self.put(start + 1, "$$t();");
            return self.statement(statement, start);
        }
        self.put(start, "{");
        let point = self.step(start);
        let end = self.statement(statement, start);
        self.close(point, end);
        self.put(end, "}");
        end
    }

    fn statement(&mut self, statement: &Statement, at: usize) -> usize {
        let at = self.skip(at);
        match statement {
            Statement::Block(block) => self.block(block.statement_list(), at),
            Statement::Var(var) => {
                let end = self.variables(&var.0);
                self.semicolon(end)
            }
            Statement::Empty => self.semicolon(at),
            Statement::Expression(expression) => self.unused(expression),
            Statement::If(branch) => {
                let end = self.expression(branch.cond());
                let after = self.expect(end, ")");
                let end = self.body(branch.body(), after);
                match branch.else_node() {
                    Some(other) => {
                        let after = self.expect(end, "else");
                        self.body(other, after)
                    }
                    None => end,
                }
            }
            Statement::DoWhileLoop(it) => {
                let after = self.expect(at, "do");
                self.body(it.body(), after);
                let end = self.expression(it.cond());
                let after = self.expect(end, ")");
                self.semicolon(after)
            }
            Statement::WhileLoop(it) => {
                let end = self.expression(it.condition());
                let after = self.expect(end, ")");
                self.body(it.body(), after)
            }
            Statement::ForLoop(it) => self.for_loop(it, at),
            Statement::ForInLoop(it) => {
                self.for_each(it.initializer(), it.target(), it.body(), false)
            }
            Statement::ForOfLoop(it) => {
                self.for_each(it.initializer(), it.iterable(), it.body(), it.r#await())
            }
            Statement::Switch(it) => self.switch(it),
            Statement::Continue(it) => self.jump(at, "continue", it.label().is_some()),
            Statement::Break(it) => self.jump(at, "break", it.label().is_some()),
            Statement::Return(it) => {
                let after = self.expect(at, "return");
                let end = it.target().map_or(after, |target| self.expression(target));
                self.semicolon(end)
            }
            Statement::Labelled(it) => {
                let after = self.identifier(at);
                let after = self.expect(after, ":");
                match it.item() {
                    LabelledItem::Statement(statement) => self.statement(statement, after),
                    LabelledItem::FunctionDeclaration(it) => {
                        let name = self.name(it.name().sym());
                        self.function(it.parameters(), it.body(), name)
                    }
                }
            }
            Statement::Throw(it) => {
                let end = self.expression(it.target());
                self.semicolon(end)
            }
            Statement::Try(it) => self.attempt(it, at),
            Statement::With(it) => {
                let end = self.expression(it.expression());
                let after = self.expect(end, ")");
                self.body(it.statement(), after)
            }
            Statement::Debugger => {
                let after = self.expect(at, "debugger");
                self.semicolon(after)
            }
        }
    }

    /// An expression whose value nobody uses: what a call gives is shown to the recorder, which knows a promise that nobody waits for.
    fn unused(&mut self, expression: &Expression) -> usize {
        let point = gives_an_answer(expression, self.interner).then(|| {
            let start = self.first(expression);
            let point = self.point(Kind::Call, start, String::new());
            self.put(start, format!("$$a($$f,{point},"));
            point
        });
        let end = self.expression(expression);
        if let Some(point) = point {
            self.close(point, end);
            self.put(end, ")");
        }
        self.semicolon(end)
    }

    fn jump(&mut self, at: usize, word: &str, has_label: bool) -> usize {
        let after = self.expect(at, word);
        let end = match has_label {
            true => self.identifier(after),
            false => after,
        };
        self.semicolon(end)
    }

    fn for_loop(&mut self, it: &boa_ast::statement::iteration::ForLoop, at: usize) -> usize {
        let after = self.expect(at, "for");
        let mut end = self.expect(after, "(");
        let mut names = Vec::new();
        match it.init() {
            None => {}
            Some(ForLoopInitializer::Expression(init)) => end = self.expression(init),
            Some(ForLoopInitializer::Var(init)) => end = self.variables(&init.0),
            Some(ForLoopInitializer::Lexical(init)) => {
                names = self.named(bound_names(init.declaration()));
                end = self.lexical(init.declaration());
            }
        }
        self.scopes.push(names);
        end = self.expect(end, ";");
        if let Some(condition) = it.condition() {
            end = self.expression(condition);
        }
        end = self.expect(end, ";");
        if let Some(last) = it.final_expr() {
            end = self.expression(last);
        }
        let after = self.expect(end, ")");
        let end = self.body(it.body(), after);
        self.scopes.pop();
        end
    }

    fn for_each(
        &mut self,
        init: &IterableLoopInitializer,
        target: &Expression,
        body: &Statement,
        awaits: bool,
    ) -> usize {
        let names = match init {
            IterableLoopInitializer::Let(binding) | IterableLoopInitializer::Const(binding) => {
                self.named(bound_names(binding))
            }
            _ => Vec::new(),
        };
        let _ = init.visit_with(self);
        let start = self.first(target);
        let end = self.expression(target);
        if awaits {
            self.awaits |= self.functions == 0;
            // Each turn awaits: it is told of at the loop, and seen at the first statement of its body.
            let text = self.source[start..end].to_owned();
            let point = self.point(Kind::Await, start, text);
            self.close(point, end);
        }
        let after = self.expect(end, ")");
        self.scopes.push(names);
        let end = self.body(body, after);
        self.scopes.pop();
        end
    }

    fn switch(&mut self, switch: &Switch) -> usize {
        let end = self.expression(switch.val());
        let after = self.expect(end, ")");
        let mut at = self.expect(after, "{");
        let cases = switch.cases();
        let names = cases
            .iter()
            .flat_map(|case| self.named(lexically_declared_names(case.body())))
            .collect();
        self.scopes.push(names);
        for case in cases {
            at = match case.condition() {
                Some(condition) => self.expression(condition),
                None => self.expect(at, "default"),
            };
            at = self.expect(at, ":");
            at = self.list(case.body().statements(), at);
        }
        self.scopes.pop();
        self.expect(at, "}")
    }

    fn attempt(&mut self, attempt: &Try, at: usize) -> usize {
        let after = self.expect(at, "try");
        let mut end = self.block(attempt.block().statement_list(), after);
        if let Some(catch) = attempt.catch() {
            let mut after = self.expect(end, "catch");
            let mut names = Vec::new();
            if let Some(parameter) = catch.parameter() {
                names = self.named(bound_names(parameter));
                let end = self.binding(parameter);
                after = self.expect(end, ")");
            }
            self.scopes.push(names);
            end = self.block(catch.block().statement_list(), after);
            self.scopes.pop();
        }
        if let Some(finally) = attempt.finally() {
            let after = self.expect(end, "finally");
            end = self.block(finally.block().statement_list(), after);
        }
        end
    }
}

/// Functions and classes.
impl Rewriter<'_> {
    fn function(
        &mut self,
        parameters: &FormalParameterList,
        body: &FunctionBody,
        name: String,
    ) -> usize {
        let mut names = self.named(bound_names(parameters));
        self.scopes.push(names.clone());
        let _ = self.visit_formal_parameter_list(parameters);
        self.scopes.pop();
        names.extend(self.named(var_declared_names(body)));
        names.extend(self.named(lexically_declared_names(body)));
        self.scopes.push(unique(names));
        self.functions += 1;
        let (start, mut end) = (self.start(body), self.end(body));
        let point = self.point(Kind::Function, start, name);
        if self.source[start..].starts_with('{') {
            self.put_entry(body, start + 1, point);
        } else if let Some(value) = only_value(body) {
            let start = self.first(value);
            self.put(start, format!("{{const $$f=$$e({point});"));
            let step = self.step(start);
            self.put(start, "return (");
            end = self.expression(value);
            self.close(step, end);
            self.put(end, ")}");
        }
        self.close(point, end);
        self.functions -= 1;
        self.scopes.pop();
        end
    }

    /// Puts the call at a function's entry after its directives, and goes through its statements.
    fn put_entry(&mut self, body: &FunctionBody, inside: usize, point: usize) {
        let mut at = inside;
        let mut items = body.statements();
        while let [StatementListItem::Statement(first), rest @ ..] = items
            && let Statement::Expression(Expression::Literal(literal)) = &**first
            && matches!(literal.kind(), LiteralKind::String(_))
        {
            let end = self.end(literal);
            at = self.semicolon(end);
            items = rest;
        }
        let separator = if at > inside { ";" } else { "" };
        self.put(at, format!("{separator}const $$f=$$e({point});"));
        self.list(items, at);
    }

    fn function_expression(
        &mut self,
        parameters: &FormalParameterList,
        body: &FunctionBody,
        name: Option<Identifier>,
        is_bound: bool,
    ) -> ControlFlow<Infallible> {
        // Of a function without a name it is the one that it is assigned to.
        let name = name.map(|name| self.name(name.sym()));
        let own = name.iter().filter(|_| is_bound).cloned().collect();
        self.scopes.push(own);
        self.function(parameters, body, name.unwrap_or_default());
        self.scopes.pop();
        ControlFlow::Continue(())
    }

    fn property_name(&mut self, name: &PropertyName) -> (String, usize) {
        match name {
            PropertyName::Literal(literal) => (self.name(literal.sym()), self.end(literal)),
            PropertyName::Computed(expression) => {
                let end = self.expression(expression);
                ("[…]".to_owned(), self.expect(end, "]"))
            }
        }
    }

    fn class(
        &mut self,
        parent: Option<&Expression>,
        constructor: Option<&FunctionExpression>,
        elements: &[ClassElement],
        at: usize,
    ) -> usize {
        let after = parent.map_or(at, |parent| self.expression(parent));
        let mut last = self.expect(after, "{");
        if let Some(it) = constructor {
            // It stands among the others, and the tree has it apart.
            last = last.max(self.function(it.parameters(), it.body(), "constructor".to_owned()));
        }
        for element in elements {
            let end = self.element(element);
            last = last.max(end);
        }
        while self.follows(last, ";") {
            last = self.semicolon(last);
        }
        self.expect(last, "}")
    }

    fn element(&mut self, element: &ClassElement) -> usize {
        match element {
            ClassElement::MethodDefinition(it) => {
                let name = match it.name() {
                    ClassElementName::PropertyName(name) => self.property_name(name).0,
                    ClassElementName::PrivateName(name) => {
                        format!("#{}", self.name(name.description()))
                    }
                };
                self.function(it.parameters(), it.body(), name)
            }
            ClassElement::FieldDefinition(it) | ClassElement::StaticFieldDefinition(it) => {
                let (_, end) = self.property_name(it.name());
                it.initializer().map_or(end, |value| self.expression(value))
            }
            ClassElement::PrivateFieldDefinition(it)
            | ClassElement::PrivateStaticFieldDefinition(it) => {
                let end = self.end(it.name());
                it.initializer().map_or(end, |value| self.expression(value))
            }
            ClassElement::StaticBlock(block) => {
                let body = block.statements();
                if body.statements().is_empty() {
                    return self.end(body);
                }
                let start = self.start(body);
                let inside = self.expect(start, "{");
                let point = self.point(Kind::Function, inside, "static block".to_owned());
                let mut names = self.named(var_declared_names(body));
                names.extend(self.named(lexically_declared_names(body)));
                self.put(inside, format!("const $$f=$$e({point});"));
                self.scopes.push(unique(names));
                self.list(body.statements(), inside);
                self.scopes.pop();
                self.end(body)
            }
        }
    }
}

/// Visits of the kinds of function expressions that may bear a name: the tree has a type for each.
macro_rules! visits {
    ($($visit:ident($kind:ty);)*) => {$(
        fn $visit(&mut self, it: &'a $kind) -> ControlFlow<Infallible> {
            let is_bound = it.has_binding_identifier();
            self.function_expression(it.parameters(), it.body(), it.name(), is_bound)
        }
    )*};
}

impl<'a> Visitor<'a> for Rewriter<'_> {
    type BreakTy = Infallible;

    fn visit_await(&mut self, it: &'a Await) -> ControlFlow<Infallible> {
        self.awaits |= self.functions == 0;
        let start = self.start(it);
        let target = self.first(it.target());
        let point = self.point(Kind::Await, start, String::new());
        self.put(start, format!("($$r($$f,{point},"));
        // It may follow `await` directly, as in `await(x)`.
        self.put(target, format!(" $$w($$f,{point},"));
        let end = self.expression(it.target());
        self.points[point].text = self.source[target..end].to_owned();
        self.close(point, end);
        self.put(end, ")))");
        ControlFlow::Continue(())
    }

    visits! {
        visit_function_expression(FunctionExpression);
        visit_generator_expression(GeneratorExpression);
        visit_async_function_expression(AsyncFunctionExpression);
        visit_async_generator_expression(AsyncGeneratorExpression);
    }

    fn visit_arrow_function(&mut self, it: &'a ArrowFunction) -> ControlFlow<Infallible> {
        self.function_expression(it.parameters(), it.body(), it.name(), false)
    }

    fn visit_async_arrow_function(
        &mut self,
        it: &'a AsyncArrowFunction,
    ) -> ControlFlow<Infallible> {
        self.function_expression(it.parameters(), it.body(), it.name(), false)
    }

    fn visit_class_expression(&mut self, it: &'a ClassExpression) -> ControlFlow<Infallible> {
        let start = self.start(it);
        let word = start + "class".len();
        let after = match it.name() {
            // An inferred name lies before the class.
            Some(name) if self.end(&name) > start => self.end(&name),
            _ => word,
        };
        let told = self.lines.offset(it.span().end());
        let end = self.class(it.super_ref(), it.constructor(), it.elements(), after);
        if told != end {
            self.class_ends.insert(told, end);
        }
        ControlFlow::Continue(())
    }

    fn visit_property_definition(&mut self, it: &'a PropertyDefinition) -> ControlFlow<Infallible> {
        match it {
            PropertyDefinition::MethodDefinition(method) => {
                self.visit_object_method_definition(method)
            }
            other => other.visit_with(self),
        }
    }

    fn visit_object_method_definition(
        &mut self,
        it: &'a ObjectMethodDefinition,
    ) -> ControlFlow<Infallible> {
        let (name, _) = self.property_name(it.name());
        self.function(it.parameters(), it.body(), name);
        ControlFlow::Continue(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_stay_what_they_are() {
        let source = "let a = 1\nfor (const x of [a]) if (x)\n  await x // why\nclass A { static #b = () => ({ a }) }\n";
        let out = instrument(source).unwrap();
        assert_eq!(out.text.lines().count(), source.lines().count());
        assert!(out.text.contains("await  $$w("), "{}", out.text);
        assert_eq!(out.points[1].from, Place { line: 2, column: 1 });
    }

    #[test]
    fn what_ends_with_a_key_ends_behind_its_bracket() {
        let source = "let a = b[0]; f = x => o[x]; g(await (p[0])); c ? d : e[1]; -h[1]; ++i[1]; j = k[l[0]]; if (m[0]) n[1]; else await[q[0]][0]; r[s]";
        let out = instrument(&format!("async () => {{{source}}}")).unwrap();
        let mut interner = Interner::default();
        let mut parser = Parser::new(Source::from_bytes(&out.text));
        let again = parser.parse_module(&Scope::new_global(), &mut interner);
        assert!(again.is_ok(), "{again:?}: {}", out.text);
    }

    #[test]
    fn a_fault_has_its_place() {
        for (source, line) in [
            ("let a = ;", 1),
            ("\nawait", 2),
            ("let x;\nimport 'y';", 2),
            ("\n$$f()", 2),
            ("if (true) {", 1),
        ] {
            let fault = instrument(source).err().expect(source);
            assert_eq!(fault.at.line, line, "{source}: {fault:?}");
        }
    }
}
