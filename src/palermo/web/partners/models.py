"""People, organisations, who belongs where in which role, invitations, and tokens for the API."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from functools import cached_property
from typing import Any, ClassVar

from allauth.mfa.models import Authenticator
from django.contrib.auth.base_user import AbstractBaseUser, BaseUserManager
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from palermo.web.audit import clock
from palermo.web.partners.permissions import permitted
from palermo.web.partners.rules import Kind, Post, Role, Standing

SECOND_FACTORS = (Authenticator.Type.TOTP, Authenticator.Type.WEBAUTHN)

KINDS = (
    (Kind.STATE_BODY, _("State body")),
    (Kind.UN_ENTITY, _("United Nations entity")),
    (Kind.REGIONAL, _("Regional organisation")),
    (Kind.NGO, _("Non-governmental organisation")),
    (Kind.BUSINESS, _("Business")),
    (Kind.ACADEMIA, _("Academia")),
    (Kind.MEDIA, _("Media")),
)
ROLES = (
    (Role.CONTRIBUTOR, _("Contributor")),
    (Role.FOCAL_POINT, _("Focal point of a State")),
    (Role.MODERATOR, _("Moderator")),
    (Role.ADMINISTRATOR, _("Administrator")),
)


class People(BaseUserManager["Person"]):
    """Finds people by their address, whatever its case."""

    def get_by_natural_key(self, username: str | None) -> Person:
        """The person who signs in with this address; raise `Person.DoesNotExist`."""
        return self.get(email__iexact=username)


class Person(AbstractBaseUser):
    """Somebody with an account. Signs in with an e-mail address; belongs to organisations through memberships."""

    email = models.EmailField(_("E-mail address"), unique=True)
    name = models.CharField(_("Name"), max_length=150)
    language = models.CharField(_("Language"), max_length=10, default="en")
    simulated = models.BooleanField(default=False)
    is_active = models.BooleanField(default=True)
    joined = models.DateTimeField(default=clock.now)

    objects: ClassVar[People] = People()
    EMAIL_FIELD = USERNAME_FIELD = "email"
    REQUIRED_FIELDS: ClassVar[list[str]] = ["name"]

    class Meta:
        verbose_name_plural = "people"

    def __str__(self) -> str:
        return self.name or self.email

    def clean(self) -> None:
        """Addresses are kept in lower case."""
        self.email = self.email.lower()

    @property
    def identifier(self) -> str:
        """What the audit log keeps of this person."""
        return f"person:{self.pk}"

    @property
    def label(self) -> str:
        """What the audit log shows of this person."""
        return self.name

    @cached_property
    def standing(self) -> Standing:
        """Where this person stands today, as the rules see it. Asked once for each request."""
        held = self.memberships.on(clock.today()).select_related("organisation")
        return Standing(
            person=self.pk,
            posts=tuple(membership.post for membership in held),
            mfa=Authenticator.objects.filter(user=self, type__in=SECOND_FACTORS).exists(),
            active=self.is_active,
        )

    def has_perm(self, perm: str, obj: Any = None) -> bool:
        """Whether the rules allow this, for `obj` where they need one."""
        return self.is_active and permitted(perm, self, obj)

    def has_perms(self, perms: Iterable[str], obj: Any = None) -> bool:
        """Whether the rules allow all of these."""
        return all(self.has_perm(perm, obj) for perm in perms)

    def has_module_perms(self, app_label: str) -> bool:  # noqa: ARG002 -- Django's signature
        """No: rules name single deeds, never a whole room."""
        return False


class Organisation(models.Model):
    """A body that takes part in the Plan. `state` is an ISO 3166-1 alpha-3 code of the catalogue, or empty."""

    name = models.CharField(_("Name"), max_length=200, unique=True)
    kind = models.CharField(_("Kind"), max_length=16, choices=KINDS)
    state = models.CharField(_("State"), max_length=3, blank=True)
    simulated = models.BooleanField(default=False)
    people: models.ManyToManyField[Person, Membership] = models.ManyToManyField(
        Person, through="Membership", related_name="organisations"
    )

    class Meta:
        ordering = ("name",)
        constraints = (
            models.CheckConstraint(
                condition=Q(simulated=False) | Q(state=""), name="partners_simulated_is_no_real_states_body"
            ),
        )

    def __str__(self) -> str:
        return self.name

    @property
    def identifier(self) -> str:
        """What the audit log keeps of this organisation."""
        return f"organisation:{self.pk}"


class MembershipQuerySet(models.QuerySet["Membership"]):
    """Memberships by day."""

    def on(self, day: date) -> MembershipQuerySet:
        """Those that hold on `day`."""
        return self.filter(since__lte=day).filter(Q(until__isnull=True) | Q(until__gt=day))


class Membership(models.Model):
    """A person in an organisation, in one role, from a day until (and without) another."""

    person = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="memberships")
    organisation = models.ForeignKey(Organisation, on_delete=models.PROTECT, related_name="memberships")
    role = models.CharField(_("Role"), max_length=16, choices=ROLES)
    since = models.DateField(_("Since"))
    until = models.DateField(_("Until"), null=True, blank=True)

    objects = MembershipQuerySet.as_manager()

    class Meta:
        ordering = ("since", "pk")
        constraints = (
            models.CheckConstraint(
                condition=Q(until__isnull=True) | Q(until__gte=F("since")), name="partners_ends_after"
            ),
            models.UniqueConstraint(
                fields=("person", "organisation"),
                condition=Q(until__isnull=True),
                name="partners_one_open_membership",
            ),
        )

    def __str__(self) -> str:
        return f"{self.person_id} in {self.organisation_id} as {self.role}"

    @property
    def identifier(self) -> str:
        """What the audit log keeps of this membership."""
        return f"membership:{self.pk}"

    @property
    def post(self) -> Post:
        """This membership as the rules see it."""
        held = self.organisation
        return Post(Role(self.role), held.pk, Kind(held.kind), held.state, held.simulated)


class Invitation(models.Model):
    """A place in an organisation offered to an address. The key is in the mail only; here lies its hash."""

    email = models.EmailField(_("E-mail address"))
    organisation = models.ForeignKey(Organisation, on_delete=models.CASCADE, related_name="invitations")
    role = models.CharField(_("Role"), max_length=16, choices=ROLES)
    language = models.CharField(_("Language"), max_length=10, default="en")
    hash = models.CharField(max_length=64, unique=True)
    invited_by = models.ForeignKey(Person, null=True, on_delete=models.SET_NULL, related_name="+")
    sent = models.DateTimeField()
    expires = models.DateTimeField()
    accepted = models.DateTimeField(null=True)
    withdrawn = models.DateTimeField(null=True)

    class Meta:
        ordering = ("-sent",)

    def __str__(self) -> str:
        return f"invitation {self.pk} to {self.organisation_id} as {self.role}"

    @property
    def identifier(self) -> str:
        """What the audit log keeps of this invitation."""
        return f"invitation:{self.pk}"


class Token(models.Model):
    """A key to the API for one person. Shown once; here lie its first characters, to be told apart, and its hash."""

    person = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="tokens")
    label = models.CharField(_("Label"), max_length=80)
    prefix = models.CharField(max_length=12)
    hash = models.CharField(max_length=64, unique=True)
    scopes = models.JSONField(default=list)
    issued = models.DateTimeField()
    expires = models.DateTimeField()
    last_used = models.DateField(null=True)
    revoked = models.DateTimeField(null=True)

    class Meta:
        ordering = ("-issued",)

    def __str__(self) -> str:
        return f"{self.prefix}… of {self.person_id}"

    @property
    def identifier(self) -> str:
        """What the audit log keeps of this token."""
        return f"token:{self.pk}"
