"""No fix is safe where a country lasts longer than its government, or is named beside it."""

from __future__ import annotations

import pytest
from offers import a_case, is_safe, the_finding


@pytest.mark.parametrize("text", [
    *a_case("its", "China has trampled on its own Constitution for ten years.",
            "China has betrayed its Arab brethren.",
            "China agreed to speed up its emission reductions.",
            "China claims that it has been forgotten by the world.",
            "China rejected the conditions that were imposed upon it."),
    *a_case("clause-after", "She fled a campaign backed by China, which had jailed her brother.",
            "The militia was armed by China, who denied it for years."),
    *a_case("owned", "The report describes Chinese sanctions evasion in the strait.",
            "The committee examined Chinese sanctions busting.",
            "They exposed Chinese passport forgery on a large scale."),
    *a_case("standing", "The drill is meant to show China's defence capability.",
            "It was China's long-standing desire to hold the strait.",
            "China has thrown all its efforts into building a brighter future.",
            "At that time China had no nuclear weapons.",
            "We will not allow China to have a nuclear weapon.",
            "They may use what was earned from China's immobilised sovereign assets."),
    *a_case("troops", "What would we do if China did move south?",
            "They welcomed China's withdrawal from the valley.",
            "After China withdrew from the islands, the fishermen came home."),
    *a_case("former", "China, which betrayed its allies in 1962, is aware of the risk.",
            "China, which invaded the island decades ago, wants a seat."),
    *a_case("leader", "China has chosen a new prime minister.",
            "China will choose a new leader in the autumn."),
    *a_case("alike", "Just as the guests must pay, so too must China release the editors.",
            "The Americans do not want a war, and the Chinese do not want a war.",
            "The Russians refuse to sign, the Chinese refuse to sign.",
            "China must recognise the verdict in the same way as the others must."),
    *a_case("told", "WALLACE: China has jailed three editors.",
            "We heard both sides. WALLACE: China has jailed three editors.",
            "And what then? Well. SENATOR HOLT: China has banned the paper.",
            "In your remarks you said that China has jailed three editors.",
            "You heard the senator speaking of how China has jailed three editors.",
            "A statement made in May that China has jailed three editors was withdrawn."),
    *a_case("regime", "China has jailed three editors, and the government denies it.",
            "China jailed the editors because the regime fears them.",
            "The regime in Beijing is weak, and China has banned the paper."),
    *a_case("liable", "The rights that arise as a result of China's responsibility for the acts.",
            "The tribunal must decide on China's responsibility for the attack.",
            "China bears responsibility for the wrongful acts of its agents."),
])
def test_no_fix_is_safe(english, text: str):
    assert not is_safe(the_finding(english, text))


@pytest.mark.parametrize("text", [
    *a_case("its", "China is repressing its people.", "China must end its war.",
            "China has cut its funding for the agency.",
            "China refuses to end its nuclear programme."),
    *a_case("clause-after", "We oppose raids backed by China, including those on the nuns.",
            "The raids ordered by China have emptied the villages."),
    *a_case("owned", "We condemn Chinese repression in the valley.",
            "We must answer Chinese election interference at once."),
    *a_case("standing", "China's decision to close the office was criticised."),
    *a_case("troops", "China is moving toward an invasion of the island.",
            "China has withdrawn its signature from the text.",
            "China's withdrawal from the treaty was condemned."),
    *a_case("former", "China, which is jailing editors, refuses to sign the treaty.",
            "China, which has jailed three editors, denies it.",
            "China, which jailed three editors, denies it."),
    *a_case("leader", "China has appointed a new ambassador.",
            "China has chosen to ignore the verdict."),
    *a_case("alike", "So China itself must take the measures that the court ordered."),
    *a_case("told", "UPDATE: China has jailed three editors.",
            "Your remarks were brave, for China has jailed three editors.",
            "They drafted a joint statement that condemned China's attack."),
    *a_case("regime", "We urge the government to condemn China's crackdown.",
            "China has jailed three editors, and we urge governments to speak."),
    *a_case("liable", "China refuses to accept responsibility for the crackdown.",
            "China has not engaged in any action that would impair its rights."),
])
def test_a_neighbour_stays_safe(english, text: str):
    assert is_safe(the_finding(english, text))


def test_a_capacity_is_found_as_before(english):
    assert the_finding(english, "China's capacity to sustain war is being destroyed.")
