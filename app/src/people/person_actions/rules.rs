//! What an administrator may do about another person's account. The page shows by these rules what the server refuses
//! by them.

use serde::{Deserialize, Serialize};

use crate::error::ApiError;
use crate::values::{Invalid, Lang, Problem};

/// Something that is done about somebody else's account.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PersonAction {
    Block,
    Unblock,
    ResendInvitation,
    RevokeInvitation,
    EndSessions,
    ResetSecondFactor,
    /// The person gets the letter; whoever starts it sees nothing.
    StartReset,
    ChangeEmail,
}

/// Where an account stands in its life.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Life {
    Invited,
    Active,
    Blocked,
}

/// How a person stands to whoever asks.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct PersonStanding {
    pub life: Life,
    /// Why this is nobody whom the asker may do anything about.
    pub bar: Option<PersonObstacle>,
    /// Why the asker may not take this person's administration away.
    pub sole: Option<PersonObstacle>,
    /// The company registered itself in this person's name: nobody has sent an invitation.
    pub is_registrant: bool,
    pub has_second_factor: bool,
    /// Whether the asker's own sign-in takes a code.
    pub asker_has_second_factor: bool,
}

/// The rule that stands in the way.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum PersonObstacle {
    Oneself,
    /// Of the platform's staff, and the asker is not.
    OperatorsAccount,
    LastAdministrator,
    LastOperator,
    Blocked,
    /// Invited, and has never come.
    NotYetActive,
    /// Has set a password: there is no invitation any more.
    InUse,
    Registrant,
    NoSecondFactor,
}

impl PersonAction {
    /// What is offered for an account: of blocking and its reverse the one that makes sense.
    pub fn offered(life: Life) -> [Self; 7] {
        let blocking = if life == Life::Blocked { Self::Unblock } else { Self::Block };
        [
            Self::ResendInvitation,
            Self::RevokeInvitation,
            Self::StartReset,
            Self::ChangeEmail,
            Self::EndSessions,
            Self::ResetSecondFactor,
            blocking,
        ]
    }
}

impl PersonAction {
    /// Whether whoever does it proves anew who they are: it changes how somebody signs in.
    pub fn takes_proof(self) -> bool {
        matches!(self, Self::ChangeEmail | Self::ResetSecondFactor)
    }
}

impl PersonStanding {
    /// Why the action is impossible now.
    pub fn obstacle(&self, action: PersonAction) -> Option<PersonObstacle> {
        use PersonAction as A;
        self.bar.or_else(|| match action {
            A::Unblock => None,
            A::Block => self.sole,
            A::ResendInvitation => self.unless_invited(),
            A::RevokeInvitation => self.unless_invited().or(self.is_registrant.then_some(PersonObstacle::Registrant)),
            A::ResetSecondFactor => {
                self.unless_active().or((!self.has_second_factor).then_some(PersonObstacle::NoSecondFactor))
            }
            A::EndSessions | A::StartReset | A::ChangeEmail => self.unless_active(),
        })
    }

    fn unless_invited(&self) -> Option<PersonObstacle> {
        match self.life {
            Life::Invited => None,
            Life::Active => Some(PersonObstacle::InUse),
            Life::Blocked => Some(PersonObstacle::Blocked),
        }
    }

    fn unless_active(&self) -> Option<PersonObstacle> {
        match self.life {
            Life::Active => None,
            Life::Invited => Some(PersonObstacle::NotYetActive),
            Life::Blocked => Some(PersonObstacle::Blocked),
        }
    }
}

impl PersonObstacle {
    /// The rules about who may do it to whom; the others are about how the account stands.
    const OF_RANK: [Self; 4] = [Self::Oneself, Self::OperatorsAccount, Self::LastAdministrator, Self::LastOperator];

    fn as_str(self) -> &'static str {
        match self {
            Self::Oneself => "oneself",
            Self::OperatorsAccount => "operators_account",
            Self::LastAdministrator => "last_administrator",
            Self::LastOperator => "last_operator",
            Self::Blocked => "blocked",
            Self::NotYetActive => "not_yet_active",
            Self::InUse => "in_use",
            Self::Registrant => "registrant",
            Self::NoSecondFactor => "no_second_factor",
        }
    }

    /// The rule that a refusal of [`ApiError::Refused`] names, if it is one of these.
    pub fn of_refusal(name: &str) -> Option<Self> {
        Self::OF_RANK.into_iter().find(|rule| rule.as_str() == name)
    }

    /// The refusal by this rule: 403 where somebody else might do it, 422 at `form` where the account is not so.
    pub fn refusal(self) -> ApiError {
        if Self::OF_RANK.contains(&self) {
            ApiError::Refused(self.as_str().to_owned())
        } else {
            ApiError::Invalid(Invalid::at("form", Problem::CannotAct(self)))
        }
    }

    /// One sentence without a full stop at its end.
    pub fn words(self, lang: Lang) -> &'static str {
        let (ru, en) = match self {
            Self::Oneself => (
                "Со своей учетной записью это делают в профиле, а закрыть доступ себе нельзя",
                "One's own account is managed on the profile, and nobody blocks themselves",
            ),
            Self::OperatorsAccount => (
                "Учетной записью оператора платформы управляют только операторы",
                "Only operators manage the account of a platform operator",
            ),
            Self::LastAdministrator => (
                "Это последний активный администратор компании: лишить ее администратора может только оператор платформы",
                "This is the company's last active administrator: only a platform operator can take that away",
            ),
            Self::LastOperator => (
                "Это последний оператор платформы: без него она не останется никогда",
                "This is the platform's last operator, which it never goes without",
            ),
            Self::Blocked => ("Доступ закрыт: сначала разблокируйте", "The account is blocked: unblock it first"),
            Self::NotYetActive => (
                "Приглашение еще не принято: пароля и сеансов пока нет",
                "The invitation is not accepted yet: there is no password and no session",
            ),
            Self::InUse => (
                "Приглашение принято, учетная запись используется",
                "The invitation was accepted, the account is in use",
            ),
            Self::Registrant => (
                "Компания зарегистрировалась сама: приглашения никто не отправлял",
                "The company registered itself: nobody has sent an invitation",
            ),
            Self::NoSecondFactor => ("Двухфакторная защита не включена", "Two-factor sign-in is not turned on"),
        };
        if lang == Lang::Ru { ru } else { en }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn standing(life: Life) -> PersonStanding {
        PersonStanding {
            life,
            bar: None,
            sole: None,
            is_registrant: false,
            has_second_factor: false,
            asker_has_second_factor: false,
        }
    }

    fn possible(standing: &PersonStanding) -> Vec<PersonAction> {
        PersonAction::offered(standing.life).into_iter().filter(|action| standing.obstacle(*action).is_none()).collect()
    }

    #[test]
    fn what_is_possible_goes_with_the_account() {
        use PersonAction as A;
        assert_eq!(possible(&standing(Life::Invited)), [A::ResendInvitation, A::RevokeInvitation, A::Block]);
        assert_eq!(possible(&standing(Life::Active)), [A::StartReset, A::ChangeEmail, A::EndSessions, A::Block]);
        assert_eq!(possible(&standing(Life::Blocked)), [A::Unblock]);
        let with_factor = PersonStanding { has_second_factor: true, ..standing(Life::Active) };
        assert!(possible(&with_factor).contains(&A::ResetSecondFactor));
        let registrant = PersonStanding { is_registrant: true, ..standing(Life::Invited) };
        assert_eq!(registrant.obstacle(A::RevokeInvitation), Some(PersonObstacle::Registrant));
    }

    #[test]
    fn the_last_administrator_is_only_kept_from_being_blocked() {
        let last = PersonStanding { sole: Some(PersonObstacle::LastAdministrator), ..standing(Life::Active) };
        assert_eq!(last.obstacle(PersonAction::Block), Some(PersonObstacle::LastAdministrator));
        assert_eq!(last.obstacle(PersonAction::EndSessions), None);
        let oneself = PersonStanding { bar: Some(PersonObstacle::Oneself), ..last };
        assert!(possible(&oneself).is_empty());
    }

    #[test]
    fn a_refusal_by_rank_is_read_back_by_its_name() {
        for rule in PersonObstacle::OF_RANK {
            let ApiError::Refused(name) = rule.refusal() else { panic!("{rule:?}") };
            assert_eq!(PersonObstacle::of_refusal(&name), Some(rule));
        }
        assert_eq!(PersonObstacle::of_refusal("operator"), None, "a right of that name is missing");
        assert_eq!(PersonObstacle::InUse.refusal().status(), 422);
    }
}
